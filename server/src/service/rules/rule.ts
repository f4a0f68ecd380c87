import type { Catalogue } from '../catalogue/catalogue.ts';
import type { OffsetRange, QuickFix, Severity } from '../finding.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { PlanModel } from '../plan/planModel.ts';

/** What a rule sees. */
export interface RuleContext {
  readonly plan: PlanDocument;
  readonly model: PlanModel;
  /** The cmdlets that are known; rules that need them are silent without. */
  readonly catalogue?: Catalogue;
}

export interface RuleFinding {
  readonly message: string;
  readonly range: OffsetRange;
  readonly fixes?: readonly QuickFix[];
  /** Where a finding is less certain, or weighs less, than the rule's others. */
  readonly severity?: Severity;
}

/** One rule, one file. Copy a neighbour, add it to rules/index.ts, give it a case that finds and one that is silent. */
export interface Rule {
  /** Stable once released. */
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  /** Facts of the guidance, e.g. `G12`. */
  readonly guidance: readonly string[];
  /** Yields what it finds; nothing where knowledge is incomplete. */
  check(context: RuleContext): Iterable<RuleFinding>;
}
