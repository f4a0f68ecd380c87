import type { Catalogue } from '../catalogue/catalogue.ts';
import type { VersionCode } from '../catalogue/cmdlet.ts';
import type { Severity } from '../finding.ts';
import type { ScriptRange } from '../powershell/range.ts';
import type { ReadScript } from '../powershell/readScript.ts';

/** Where a script stands and is run, as far as it is known. Plain data: two scripts of the same text in the same place have the same findings. */
export interface Circumstances {
  /** What the script is of its step. */
  readonly key: 'run' | 'verify' | 'undo';
  /** The Exchange versions that the organization states; empty where it states none. */
  readonly versions: readonly VersionCode[];
  /** Functions and aliases that scripts of the plan define, lower case. */
  readonly defined: readonly string[];
  /** Commands may come from what is not written in the plan: a module, another script, a session. */
  readonly isOpen: boolean;
  /** What the step says of itself: id, title and instructions. */
  readonly words: string;
  readonly hasUndo: boolean;
}

export interface ScriptContext {
  readonly script: ReadScript;
  readonly at: Circumstances;
  /** The cmdlets that are known; rules that need them are silent without. */
  readonly catalogue?: Catalogue;
}

/** Offsets are those of the script. */
export interface ScriptEdit {
  readonly range: ScriptRange;
  /** Line breaks are line feeds; the place in the plan gives indentation. */
  readonly newText: string;
}

export interface ScriptFix {
  readonly title: string;
  readonly edits: readonly ScriptEdit[];
  readonly preferred: boolean;
}

export interface ScriptFinding {
  readonly message: string;
  readonly range: ScriptRange;
  readonly fixes?: readonly ScriptFix[];
  readonly severity?: Severity;
}

/** A rule of scripts, in steps as in files of their own. Copy a neighbour, add it to scriptRules/index.ts, give it a case that finds and one that is silent. */
export interface ScriptRule {
  /** Stable once released. */
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  /** Facts of the guidance, e.g. `G19`. */
  readonly guidance: readonly string[];
  /** It names the cause of what PowerShell's parser complains of on the same line, so that one fault is one finding. */
  readonly explainsSyntax?: boolean;
  /** Where another rule has found something at the same place, that is the cause, and nothing is said here. */
  readonly givesWay?: boolean;
  /** Yields what it finds; nothing where knowledge is incomplete. */
  check(context: ScriptContext): Iterable<ScriptFinding>;
}
