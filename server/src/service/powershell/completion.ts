/** A completion as plain data; whoever embeds the script maps the range and adds what its protocol wants. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { VersionCode } from '../catalogue/cmdlet.ts';
import type { PlanNames } from './planNames.ts';
import type { ScriptRange } from './range.ts';
import type { Topic } from './topic.ts';

export interface ScriptCompletion {
  readonly label: string;
  readonly kind: 'cmdlet' | 'parameter' | 'value' | 'variable';
  /** The type of a parameter or value, the area of a cmdlet; may be empty. */
  readonly detail: string;
  /** What it is, for whoever wants to read of it: a list of a thousand is made without their texts. */
  readonly topic: Topic;
  readonly insertText: string;
  /** Where the written text would not be found in the label, e.g. behind a typographic dash. */
  readonly filterText?: string;
  readonly replace: ScriptRange;
  readonly sortText: string;
  readonly mandatory: boolean;
  readonly deprecated: boolean;
}

export interface CompletionContext {
  readonly catalogue: Catalogue;
  /** Undefined: the version is not known, so nothing is ranked by it. */
  readonly version: VersionCode | undefined;
  readonly plan: PlanNames;
}

/** Whether an editor would keep the label for what was typed: its characters in their order, cases being one. */
export function matches(label: string, typed: string): boolean {
  const letters = label.toLowerCase();
  let at = 0;
  for (const character of typed.toLowerCase()) {
    at = letters.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
