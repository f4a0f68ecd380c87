/**
 * The commands that the product knows without a connection. Opening reads the index; a cmdlet is decoded when it is first asked for
 * and kept, since one plan names few of the 2,414.
 */
import type { Cmdlet, CommonParameter, VersionCode } from './cmdlet.ts';
import { commandNames } from './commandNames.ts';
import type { CommandNames } from './commandNames.ts';
import { decodeCmdlet, versionList } from './decodeCmdlet.ts';
import type { IndexedCmdlet } from './decodeCmdlet.ts';
import { catalogueFormat } from './fileFormat.ts';
import type { CatalogueIndex, CatalogueMeta, CmdletLine, Enumeration, IndexLine, SharedParameter } from './fileFormat.ts';
import { lazily } from './lazily.ts';

export interface CatalogueEntry extends IndexedCmdlet {
  /** Deprecated in all versions, or replaced by another from this version on. */
  readonly outdated?: true | VersionCode;
  /** Narrower than `versions`, see {@link Cmdlet}. */
  readonly onlyIn?: string;
}

export interface RetiredCmdlet {
  readonly name: string;
  /** The day its page left the documentation, `YYYY-MM-DD`. */
  readonly removed: string;
}

export interface Catalogue extends CommandNames {
  readonly meta: CatalogueMeta;
  /** Exchange's cmdlets, in the order of the alphabet. */
  readonly names: readonly string[];
  readonly entries: readonly CatalogueEntry[];
  readonly commonParameters: readonly CommonParameter[];
  readonly retiredNames: readonly string[];
  /** Exchange's cmdlet of that name. Upper and lower case are one. */
  readonly find: (name: string) => Cmdlet | undefined;
  /** What is known of a command of any origin, by name or alias; undefined for unknown ones, functions and programs. */
  readonly cmdlet: (written: string) => Cmdlet | undefined;
  /** A name that was documented once: known, and no longer to be used. */
  readonly retired: (name: string) => RetiredCmdlet | undefined;
  /** The values that pages state for a type, where a parameter's own page states none. */
  readonly enumeration: (type: string) => Enumeration | undefined;
}

/** Line of the first cmdlet, from 0. */
const firstCmdlet = 3;

/** `text` is the content of `cmdletCatalogue.jsonl`. Throws where it is not such a file or of another format version. */
export function openCatalogue(text: string): Catalogue {
  const starts = lineStarts(text);
  const line = (at: number): unknown => JSON.parse(text.slice(starts[at], starts[at + 1]));
  const meta = line(0) as CatalogueMeta;
  if (meta.format !== catalogueFormat.format || meta.formatVersion !== catalogueFormat.formatVersion) {
    const { format, formatVersion } = catalogueFormat;
    throw new Error(`The cmdlet catalogue says "${meta.format}" ${meta.formatVersion}; "${format}" ${formatVersion} is read.`);
  }
  const index = line(1) as CatalogueIndex;
  const lists = index.versionLists.map(versionList);
  const everyVersion = Object.keys(meta.versions) as VersionCode[];
  const positions = new Map<string, number>();
  for (const [name] of index.cmdlets) positions.set(name.toLowerCase(), positions.size);
  for (const [name] of index.commands) positions.set(name.toLowerCase(), positions.size);
  const exchangeEntry = ([name, list, area, outdated, onlyIn]: IndexLine): CatalogueEntry => ({
    name,
    origin: 'exchange',
    versions: lists[list] ?? [],
    ...(area ? { federationArea: area } : {}),
    ...(outdated ? { outdated: outdated === 1 ? true : outdated } : {}),
    ...(onlyIn === undefined ? {} : { onlyIn }),
  });
  const entryAt = (at: number): IndexedCmdlet | undefined => {
    const line = index.cmdlets[at];
    if (line) return exchangeEntry(line);
    const [name, module, edition] = index.commands[at - index.cmdlets.length] ?? [];
    if (name === undefined || module === undefined) return undefined;
    const [moduleName, origin] = index.modules[module] ?? ['', 'powershell'];
    return { name, origin, module: moduleName, versions: everyVersion, ...(edition ? { onlyInPowershell: edition } : {}) };
  };
  const entries = lazily(() => index.cmdlets.map(exchangeEntry));
  const names = lazily(() => index.cmdlets.map(([name]) => name));
  const retired = new Map(index.retired.map(([name, removed]) => [name.toLowerCase(), { name, removed }]));
  const known = commandNames(index, (lowerCase) => index.cmdlets[positions.get(lowerCase) ?? -1]?.[0]);
  const decoded = new Map<number, Cmdlet>();
  const firstShared = firstCmdlet + index.cmdlets.length + index.commands.length;
  const shared = new Map<number, SharedParameter>();
  const sharedParameter = (at: number): SharedParameter => {
    const known = shared.get(at) ?? (line(firstShared + at) as SharedParameter);
    shared.set(at, known);
    return known;
  };
  let enumerations: Readonly<Record<string, Enumeration>> | undefined;

  const decode = (name: string): Cmdlet | undefined => {
    const at = positions.get(name.toLowerCase());
    if (at === undefined) return undefined;
    let cmdlet = decoded.get(at);
    const entry = cmdlet === undefined ? entryAt(at) : undefined;
    if (entry) {
      cmdlet = decodeCmdlet(line(firstCmdlet + at) as CmdletLine, entry, sharedParameter);
      decoded.set(at, cmdlet);
    }
    return cmdlet;
  };

  return {
    meta,
    get names() {
      return names();
    },
    get entries() {
      return entries();
    },
    get commands() {
      return known.commands;
    },
    get aliases() {
      return known.aliases;
    },
    get variables() {
      return known.variables;
    },
    command: known.command,
    alias: known.alias,
    variable: known.variable,
    commonParameters: index.commonParameters,
    retiredNames: [...retired.values()].map((cmdlet) => cmdlet.name),
    find: (name) => {
      const cmdlet = decode(name);
      return cmdlet?.origin === 'exchange' ? cmdlet : undefined;
    },
    cmdlet: (written) => decode(known.command(written)?.name ?? ''),
    retired: (name) => retired.get(name.toLowerCase()),
    enumeration: (type) => {
      enumerations ??= line(2) as Record<string, Enumeration>;
      const name = type.replace(/\[\]$/, '');
      return Object.hasOwn(enumerations, name) ? enumerations[name] : undefined;
    },
  };
}

/** Positions rather than a split, which would hold every line twice. A CR before the LF is white space to JSON. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
