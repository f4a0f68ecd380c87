/** Every command that the catalogue knows, by the name or alias that somebody wrote: from the index alone, no cmdlet is decoded. */
import type { Origin, PowershellEdition } from './cmdlet.ts';
import type { CatalogueIndex, VariableKind } from './fileFormat.ts';
import { lazily } from './lazily.ts';

export interface KnownCommand {
  readonly name: string;
  readonly origin: Origin;
  /** Of functions and programs the name is all that is known. */
  readonly kind: 'cmdlet' | 'function' | 'program';
  readonly module?: string;
  readonly onlyInPowershell?: PowershellEdition;
}

export interface CommandAlias {
  readonly name: string;
  /** What it stands for; always a name that {@link CommandNames.command} knows. */
  readonly target: string;
  readonly onlyInPowershell?: PowershellEdition;
}

export interface KnownVariable {
  /** Without its `$`. */
  readonly name: string;
  readonly kind: VariableKind;
  readonly onlyInPowershell?: PowershellEdition;
}

export interface CommandNames {
  /** Of PowerShell and Windows, cmdlets and functions, in the order of the alphabet. */
  readonly commands: readonly KnownCommand[];
  readonly aliases: readonly CommandAlias[];
  readonly variables: readonly KnownVariable[];
  /** By name, by alias (`?`, `fl`), or with its module (`Microsoft.PowerShell.Utility\Format-List`); upper and lower case are one. */
  readonly command: (written: string) => KnownCommand | undefined;
  readonly alias: (written: string) => CommandAlias | undefined;
  /** Without its `$`. */
  readonly variable: (written: string) => KnownVariable | undefined;
}

/** `exchangeName` gives the spelling of one of Exchange's cmdlets, whose name is given in lower case. */
export function commandNames(index: CatalogueIndex, exchangeName: (lowerCase: string) => string | undefined): CommandNames {
  const only = (edition: PowershellEdition | undefined): { readonly onlyInPowershell?: PowershellEdition } => (edition ? { onlyInPowershell: edition } : {});
  const commands = lazily(() => {
    const cmdlets = index.commands.map(([name, at, edition]): KnownCommand => {
      const [module, origin] = index.modules[at] ?? ['', 'powershell'];
      return { name, origin, kind: 'cmdlet', module, ...only(edition) };
    });
    const functions = index.functions.map(([name, origin]): KnownCommand => ({ name, origin, kind: 'function' }));
    return [...cmdlets, ...functions].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  });
  const aliases = lazily(() => index.aliases.map(([name, target, edition]): CommandAlias => ({ name, target, ...only(edition) })));
  const variables = lazily(() => index.variables.map(([name, kind, edition]): KnownVariable => ({ name, kind, ...only(edition) })));
  const commandByName = lazily(() => byName(commands()));
  const aliasByName = lazily(() => byName(aliases()));
  const variableByName = lazily(() => byName(variables()));

  const named = (lowerCase: string): KnownCommand | undefined => {
    const exchange = exchangeName(lowerCase);
    return exchange === undefined ? commandByName().get(lowerCase) : { name: exchange, origin: 'exchange', kind: 'cmdlet' };
  };
  const alias = (written: string): CommandAlias | undefined => aliasByName().get(written.toLowerCase());
  return {
    get commands() {
      return commands();
    },
    get aliases() {
      return aliases();
    },
    get variables() {
      return variables();
    },
    alias,
    variable: (written) => variableByName().get(written.toLowerCase()),
    command: (written) => {
      const name = written.toLowerCase();
      const direct = named(name);
      if (direct) return direct;
      const target = alias(name)?.target;
      if (target !== undefined) return named(target.toLowerCase()) ?? { name: target, origin: 'windows', kind: 'program' };
      const backslash = name.lastIndexOf('\\');
      const qualified = backslash > 0 ? commandByName().get(name.slice(backslash + 1)) : undefined;
      return qualified?.module?.toLowerCase() === name.slice(0, backslash) ? qualified : undefined;
    },
  };
}

function byName<T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((each) => [each.name.toLowerCase(), each]));
}
