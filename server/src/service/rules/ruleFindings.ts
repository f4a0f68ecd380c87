import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Finding } from '../finding.ts';
import type { PlanItem } from '../plan/placedItems.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { PlanModel } from '../plan/planModel.ts';
import { rules } from './index.ts';
import { partFindings, type KeptFindings } from './partFindings.ts';
import type { PartContext, Rule, RuleFinding } from './rule.ts';

/** By part, or by what was made of a piece. */
const kept: KeptFindings = new WeakMap();

const [ofOrganizations, ofRelationships, ofSteps, ofTexts, ofPlans] = (['checkOrganization', 'checkRelationship', 'checkStep', 'checkText', 'check'] as const).map((check) => rules.filter((rule) => rule[check] !== undefined));

/** What the rules of one part find in a plan; after a change only those of the parts that it has touched are asked. */
export function partRuleFindings(plan: PlanDocument, model: PlanModel, catalogue?: Catalogue): Finding[] {
  const known = catalogue === undefined ? {} : { catalogue };
  const found: Finding[] = [];
  const decisive = [model.profile, catalogue];
  const add = (part: object, item: PlanItem | undefined, ask: (context: PartContext) => Finding[]): void => {
    const findings = item === undefined ? [] : partFindings(kept, part, item, decisive, (alone) => ask({ plan: alone, profile: model.profile, ...known }));
    if (findings.length > 0) found.push(...findings);
  };
  for (const organization of model.organizations) add(organization, plan.itemAt(organization.path), (context) => asked(ofOrganizations, (rule) => rule.checkOrganization?.(organization, context)));
  for (const relationship of model.relationships) add(relationship, plan.itemAt(relationship.path), (context) => asked(ofRelationships, (rule) => rule.checkRelationship?.(relationship, context)));
  for (const step of model.steps) add(step, plan.itemAt(step.path), (context) => asked(ofSteps, (rule) => rule.checkStep?.(step, context)));
  for (const item of plan.items) add(item.made, item, (context) => asked(ofTexts, (rule) => rule.checkText?.(context)));
  return found;
}

/** What the rules of the whole plan find. */
export function planRuleFindings(plan: PlanDocument, model: PlanModel, catalogue?: Catalogue): Finding[] {
  return asked(ofPlans, (rule) => rule.check?.({ plan, model, ...(catalogue === undefined ? {} : { catalogue }) }));
}

function asked(of: readonly Rule[] | undefined, ask: (rule: Rule) => Iterable<RuleFinding> | undefined): Finding[] {
  return (of ?? []).flatMap((rule) => [...(ask(rule) ?? [])].map((finding): Finding => ({ code: rule.code, severity: rule.severity, fixes: [], ...finding })));
}
