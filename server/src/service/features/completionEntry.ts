import type { OffsetRange } from '../finding.ts';
import type { Topic } from '../powershell/topic.ts';

/** One thing that completion offers, in offsets of the plan. */
export interface CompletionEntry {
  readonly label: string;
  /** `entry`: a whole new mapping or list item with its required keys. */
  readonly kind: 'key' | 'value' | 'entry' | 'cmdlet' | 'parameter' | 'variable';
  /** Short, beside the label: a type, a mark. */
  readonly detail: string;
  /** Markdown; empty where a topic stands for it. */
  readonly documentation: string;
  /** What it is about: the service explains it when somebody wants to read of it. */
  readonly topic?: Topic;
  /** On the cursor's line, around the cursor. */
  readonly range: OffsetRange;
  /** Replaces the range; in the editor's snippet syntax where `isSnippet`. */
  readonly newText: string;
  readonly isSnippet: boolean;
  readonly sortText: string;
  /** What the written text is compared with, where that is not the label. */
  readonly filterText?: string;
  readonly deprecated: boolean;
}
