import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Finding } from '../finding.ts';
import { movedFinding } from '../movedFinding.ts';
import type { PlanItem } from '../plan/placedItems.ts';
import { pieceAlone, type PlanDocument } from '../plan/planDocument.ts';
import type { PlanModel } from '../plan/planModel.ts';
import type { Profile } from '../plan/profiles.ts';
import { rules } from './index.ts';
import type { PartContext, Rule, RuleFinding } from './rule.ts';

/** What the rules found in one part of a plan, and what they had before them: while that is the same, so is what they find. */
interface Kept {
  readonly text: string;
  readonly profile: Profile;
  readonly catalogue: Catalogue | undefined;
  /** Where the piece stood when `findings` were placed. */
  readonly start: number;
  readonly findings: readonly Finding[];
}

/** By part, or by what was made of a piece: both live from one version of a plan to the next where nothing of them has changed. */
const kept = new WeakMap<object, Kept>();

const [ofOrganizations, ofRelationships, ofSteps, ofTexts, ofPlans] = (['checkOrganization', 'checkRelationship', 'checkStep', 'checkText', 'check'] as const).map((check) => rules.filter((rule) => rule[check] !== undefined));

/** What all rules find in a plan; after a change only the rules of the whole plan, and those of the parts that it has touched, are asked. */
export function ruleFindings(plan: PlanDocument, model: PlanModel, catalogue?: Catalogue): Finding[] {
  const known = catalogue === undefined ? {} : { catalogue };
  const found: Finding[] = [];
  const add = (part: object, item: PlanItem | undefined, ask: (context: PartContext) => Finding[]): void => {
    if (item === undefined) return;
    const findings = partFindings(part, item, model.profile, catalogue, ask);
    if (findings.length > 0) found.push(...findings);
  };
  for (const organization of model.organizations) add(organization, plan.itemAt(organization.path), (context) => asked(ofOrganizations, (rule) => rule.checkOrganization?.(organization, context)));
  for (const relationship of model.relationships) add(relationship, plan.itemAt(relationship.path), (context) => asked(ofRelationships, (rule) => rule.checkRelationship?.(relationship, context)));
  for (const step of model.steps) add(step, plan.itemAt(step.path), (context) => asked(ofSteps, (rule) => rule.checkStep?.(step, context)));
  for (const item of plan.items) add(item.made, item, (context) => asked(ofTexts, (rule) => rule.checkText?.(context)));
  return [...found, ...asked(ofPlans, (rule) => rule.check?.({ plan, model, ...known }))];
}

function partFindings(part: object, item: PlanItem, profile: Profile, catalogue: Catalogue | undefined, ask: (context: PartContext) => Finding[]): readonly Finding[] {
  const { start, parsed: { text } } = item;
  const before = kept.get(part);
  let findings: readonly Finding[];
  if (before?.text === text && before.profile === profile && before.catalogue === catalogue) {
    if (before.start === start || before.findings.length === 0) return before.findings;
    findings = before.findings.map((finding) => movedFinding(finding, start - before.start));
  } else findings = ask({ plan: pieceAlone(item), profile, ...(catalogue === undefined ? {} : { catalogue }) }).map((finding) => movedFinding(finding, start));
  kept.set(part, { text, profile, catalogue, start, findings });
  return findings;
}

function asked(of: readonly Rule[] | undefined, ask: (rule: Rule) => Iterable<RuleFinding> | undefined): Finding[] {
  return (of ?? []).flatMap((rule) => [...(ask(rule) ?? [])].map((finding): Finding => ({ code: rule.code, severity: rule.severity, fixes: [], ...finding })));
}
