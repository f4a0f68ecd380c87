/** What the service says of a plan, in offsets of its text (UTF-16 units, end exclusive). The adapter makes positions of them. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

export type Severity = 'error' | 'warning' | 'information';

export interface TextEdit {
  readonly range: OffsetRange;
  readonly newText: string;
}

export interface QuickFix {
  /** What the fix does, as the editor's menu shows it. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** True where the fix is certain: the editor may apply it without a choice. */
  readonly preferred: boolean;
}

export interface Finding {
  /** Stable, e.g. `trust/proof-shape`; listed in docs/rules.md. */
  readonly code: string;
  readonly severity: Severity;
  /** The fact, then the expectation, then what to do. */
  readonly message: string;
  readonly range: OffsetRange;
  readonly fixes: readonly QuickFix[];
}
