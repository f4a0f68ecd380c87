import type { OffsetRange } from '../finding.ts';

/** One thing that completion offers, in offsets of the plan. */
export interface CompletionEntry {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'cmdlet' | 'parameter';
  /** Short, beside the label: a type, a mark. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  readonly range: OffsetRange;
  /** Replaces the range; in the editor's snippet syntax where `isSnippet`. */
  readonly newText: string;
  readonly isSnippet: boolean;
  readonly sortText: string;
  /** What the written text is compared with, where that is not the label. */
  readonly filterText?: string;
  readonly deprecated: boolean;
}
