/** The calls of a script, bound to the parameters of Exchange's cmdlets, with what PowerShell refuses for certain. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { VersionCode } from '../catalogue/cmdlet.ts';
import { bindScript, type Binding, type BindingError, type BindingErrorId, type BoundCommand } from '../powershell/binder/index.ts';
import type { ReadScript } from '../powershell/readScript.ts';
import type { ScriptContext } from './scriptRule.ts';

export interface JudgedCall {
  readonly call: BoundCommand;
  readonly binding: Binding;
  readonly cmdlet: string;
  /** Refused in each version that the script may be run in. */
  readonly errors: readonly BindingError[];
  /** What is refused in one version alone. */
  readonly errorsIn: (version: VersionCode) => readonly BindingError[];
}

interface Kept {
  readonly catalogue: Catalogue;
  readonly key: string;
  readonly calls: readonly JudgedCall[];
}

const kept = new WeakMap<ReadScript, Kept>();
/** A remote session's commands have it besides their own. */
const ofRemoting = /^asj(?:ob?)?$/i;

/** Nothing of a script that PowerShell cannot read: its commands may be others once it is mended. */
export function boundCalls({ script, at, catalogue }: ScriptContext): readonly JudgedCall[] {
  if (catalogue === undefined || script.errors.length > 0) return [];
  const key = `${at.versions.join(' ')} ${at.defined.join(' ')}`;
  const before = kept.get(script);
  if (before?.catalogue === catalogue && before.key === key) return before.calls;
  const calls = judgedCalls(script, at.versions, at.defined, catalogue);
  kept.set(script, { catalogue, key, calls });
  return calls;
}

/**
 * First bound with all that is documented for any version. What is refused there must be refused in each version by itself, too, that has
 * all parameters of the call: a version may have fewer mandatory or fewer similar ones.
 */
function judgedCalls(script: ReadScript, versions: readonly VersionCode[], defined: readonly string[], catalogue: Catalogue): JudgedCall[] {
  const byVersion = new Map<VersionCode, ReadonlyMap<unknown, BoundCommand>>();
  const inVersion = (version: VersionCode): ReadonlyMap<unknown, BoundCommand> => {
    const known = byVersion.get(version) ?? new Map(bindScript(script.tree, catalogue, { version }).map((each) => [each.command, each]));
    byVersion.set(version, known);
    return known;
  };
  return bindScript(script.tree, catalogue).flatMap((call): JudgedCall[] => {
    const { binding, name } = call;
    if (binding === undefined || name === undefined || defined.includes(name.toLowerCase())) return [];
    const { cmdlet } = binding.callable;
    const stated = versions.filter((version) => cmdlet.versions.includes(version));
    const concerned = stated.length > 0 ? stated : cmdlet.versions;
    const certain = binding.errors.filter((error) => error.certain && !ofRemoting.test(nameIn(error)));
    const errorsIn = (version: VersionCode): readonly BindingError[] => inVersion(version).get(call.command)?.binding?.errors ?? [];
    if (certain.length === 0) return [{ call, binding, cmdlet: cmdlet.name, errors: [], errorsIn }];
    const isSame = (a: BindingError, b: BindingError): boolean => a.id === b.id && a.start === b.start;
    // A version that lacks a parameter that is given is not the one that the call is meant for.
    const meantAmong = (among: readonly VersionCode[]): readonly (readonly BindingError[])[] =>
      among.map(errorsIn).filter((errors) => !errors.some((error) => error.id === 'NamedParameterNotFound' && !binding.errors.some((known) => isSame(known, error))));
    const own = meantAmong(concerned);
    const meant = own.length > 0 ? own : meantAmong(cmdlet.versions);
    // No version has all of them: what is said of their company hangs on which of them goes.
    const judged = meant.length > 0 ? certain : certain.filter(({ id }) => id !== 'MissingMandatoryParameter' && id !== 'AmbiguousParameterSet');
    return [{ call, binding, cmdlet: cmdlet.name, errors: judged.filter((error) => meant.every((errors) => errors.some((other) => other.certain && isSame(other, error)))), errorsIn }];
  });
}

function nameIn({ id, parameter }: BindingError): string {
  return id === 'NamedParameterNotFound' ? (parameter ?? '') : '';
}

/** The errors of some kinds, each with its call. */
export function* refusals(context: ScriptContext, ...ids: readonly BindingErrorId[]): Iterable<{ readonly error: BindingError; readonly judged: JudgedCall }> {
  for (const judged of boundCalls(context)) for (const error of judged.errors) if (ids.includes(error.id)) yield { error, judged };
}

/** As written, on one line and no longer than a message can hold. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
