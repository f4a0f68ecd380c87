import type { Catalogue } from '../catalogue/catalogue.ts';
import type { OffsetRange, QuickFix, Severity } from '../finding.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { Organization, PlanModel, PlanStep, Relationship } from '../plan/planModel.ts';
import type { Profile } from '../plan/profiles.ts';

/** What a rule of the whole plan sees. */
export interface RuleContext {
  readonly plan: PlanDocument;
  readonly model: PlanModel;
  /** The cmdlets that are known; rules that need them are silent without. */
  readonly catalogue?: Catalogue;
}

/** What a rule of one part sees besides the part. */
export interface PartContext {
  /** The piece of the plan that holds the part, by itself: it knows no place outside, and its offsets count from its beginning. */
  readonly plan: PlanDocument;
  readonly profile: Profile;
  readonly catalogue?: Catalogue;
}

export interface RuleFinding {
  readonly message: string;
  readonly range: OffsetRange;
  readonly fixes?: readonly QuickFix[];
  /** Where a finding is less certain, or weighs less, than the rule's others. */
  readonly severity?: Severity;
}

/**
 * One rule, one file. Copy a neighbour, add it to rules/index.ts, give it a case that finds and one that is silent.
 *
 * It has one of the checks. Take the narrowest that sees enough: what one part gives away by itself (for a relationship and a step
 * with the organizations that it names) is asked once and kept until that part changes, `check` is asked after each key stroke.
 * All of them yield what they find, and nothing where knowledge is incomplete.
 */
export interface Rule {
  /** Stable once released. */
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  /** Facts of the guidance, e.g. `G12`. */
  readonly guidance: readonly string[];
  /** It finds that something is not stated, or not among what is: while the YAML is broken that may stand behind the break, and nothing is said. */
  readonly saysMissing?: true;
  checkOrganization?(organization: Organization, context: PartContext): Iterable<RuleFinding>;
  checkRelationship?(relationship: Relationship, context: PartContext): Iterable<RuleFinding>;
  checkStep?(step: PlanStep, context: PartContext): Iterable<RuleFinding>;
  /** For what the YAML itself gives away, whatever it stands for: `context.plan` is a piece of the plan, one of those that make it up. */
  checkText?(context: PartContext): Iterable<RuleFinding>;
  check?(context: RuleContext): Iterable<RuleFinding>;
}
