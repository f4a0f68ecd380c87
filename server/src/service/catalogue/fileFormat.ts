/**
 * The lines of `cmdletCatalogue.jsonl`, each one JSON value, so that nothing is parsed before it is asked for:
 *
 * 1. {@link CatalogueMeta}
 * 2. {@link CatalogueIndex}: what lists and look-ups need of every cmdlet
 * 3. the enumerated types by name, {@link Enumeration}
 * 4. and on: one {@link CmdletLine} each, in the order of the index: Exchange's cmdlets, then the commands of PowerShell and Windows
 * 5. behind them one {@link SharedParameter} each: parameters that several cmdlets have with the same facts, most frequent first
 *
 * Words are spelled out; sharing parameters, not abbreviation, is what makes the file small.
 */
import type { Cmdlet, CommonParameter, Origin, ParameterFacts, PowershellEdition, VersionCode } from './cmdlet.ts';

export const catalogueFormat = { format: 'exchange-cmdlet-catalogue', formatVersion: 3 } as const;

export interface CatalogueMeta {
  readonly format: string;
  readonly formatVersion: number;
  /** Of the documentation's commit, `YYYY-MM-DD`. */
  readonly date: string;
  readonly source: string;
  readonly commit: string;
  readonly attribution: string;
  /** Where the commands of PowerShell and Windows come from. */
  readonly others: readonly { readonly origin: Origin; readonly source: string; readonly commit: string; readonly date: string }[];
  readonly counts: { readonly cmdlets: number; readonly parameters: number };
  /** The documentation's names of the versions, oldest first. */
  readonly versions: Readonly<Record<VersionCode, string>>;
}

export interface CatalogueIndex {
  /** Version codes separated by spaces; the entries refer to them by position. */
  readonly versionLists: readonly string[];
  readonly cmdlets: readonly IndexLine[];
  /** Names whose page was removed from the documentation, with the day. */
  readonly retired: readonly (readonly [name: string, removed: string])[];
  readonly commonParameters: readonly CommonParameter[];
  readonly modules: readonly (readonly [name: string, origin: Origin])[];
  /** Of PowerShell and Windows. `module` is a position in `modules`. */
  readonly commands: readonly (readonly [name: string, module: number, only?: PowershellEdition])[];
  /** `target` may be a function or a program. */
  readonly aliases: readonly (readonly [name: string, target: string, only?: PowershellEdition])[];
  /** Known by name only. */
  readonly functions: readonly (readonly [name: string, origin: Origin])[];
  /** Without their `$`. */
  readonly variables: readonly (readonly [name: string, kind: VariableKind, only?: PowershellEdition])[];
}

/** `automatic`: PowerShell sets it; `preference`: PowerShell reads it. */
export type VariableKind = 'automatic' | 'preference';

/**
 * `versionList` is a position in `versionLists`; `outdated` 1 if deprecated, or the version from which another cmdlet replaces it;
 * `onlyIn` a narrower statement of the versions. 0 stands for none where something follows.
 */
export type IndexLine = readonly [name: string, versionList: number, area?: string | 0, outdated?: 0 | 1 | VersionCode, onlyIn?: string];

export type FactsOnFile = Omit<ParameterFacts, 'versions'> & { readonly versions?: string; readonly aliases?: readonly string[] };

export type SharedParameter = readonly [name: string, facts: FactsOnFile];

export interface CmdletLine extends Omit<Cmdlet, 'name' | 'origin' | 'module' | 'versions' | 'federationArea' | 'onlyInPowershell' | 'sets' | 'parameters'> {
  /**
   * Name, members, 1 if it is the default. Members are positions in `parameters`, unmarked runs as `2-9`, with the marks `!` mandatory,
   * `@` positional and `~` where "takes no value" contradicts the type (a SwitchParameter takes none).
   */
  readonly sets: readonly (readonly [name: string, members: string, isDefault?: 1])[];
  /** A position in the shared parameters, or the cmdlet's own. */
  readonly parameters: readonly (number | SharedParameter)[];
}

/** All values that pages state for a type. */
export interface Enumeration {
  readonly values: readonly string[];
  /** Parameters that have the type. */
  readonly uses: number;
  readonly open?: boolean;
  /** Pages disagree: a parameter's own list goes first. */
  readonly varies?: boolean;
}
