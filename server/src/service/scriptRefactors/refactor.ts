import type { Catalogue } from '../catalogue/catalogue.ts';
import type { BoundCommand } from '../powershell/binder/index.ts';
import type { ReadScript } from '../powershell/readScript.ts';
import type { ScriptRange } from '../powershell/range.ts';
import type { ScriptEdit } from '../scriptRules/scriptRule.ts';

/** The call that a rewriting is asked for, and where. Offsets are those of the script. */
export interface RefactorContext {
  readonly script: ReadScript;
  /** The innermost call around the selection, outside of strings. */
  readonly call: BoundCommand;
  readonly selection: ScriptRange;
  readonly catalogue: Catalogue;
}

/** A rewriting that changes how a call is written and not what it does. */
export interface ScriptRefactor {
  /** As the editor's menu shows it. */
  readonly title: string;
  readonly edits: readonly ScriptEdit[];
}

/** Copy a neighbour, add it to scriptRefactors/index.ts. Undefined where it does not apply. */
export type Refactoring = (context: RefactorContext) => ScriptRefactor | undefined;

export function touches({ start, end }: ScriptRange, selection: ScriptRange): boolean {
  return start <= selection.end && selection.start <= end;
}
