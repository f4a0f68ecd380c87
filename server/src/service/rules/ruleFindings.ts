import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Finding } from '../finding.ts';
import type { PlanItem } from '../plan/placedItems.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { Organization, PlanModel, PlanStep, Relationship } from '../plan/planModel.ts';
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
  const context = (alone: PlanDocument): PartContext => ({ plan: alone, profile: model.profile, ...known });
  const add = <Part extends object>(part: Part, item: PlanItem | undefined, ask: (part: Part, alone: PlanDocument) => Finding[]): void => {
    const findings = item === undefined ? [] : partFindings(kept, part, item, decisive, ask);
    if (findings.length > 0) found.push(...findings);
  };
  const askOrganization = (organization: Organization, alone: PlanDocument): Finding[] => asked(ofOrganizations, (rule) => rule.checkOrganization?.(organization, context(alone)));
  const askRelationship = (relationship: Relationship, alone: PlanDocument): Finding[] => asked(ofRelationships, (rule) => rule.checkRelationship?.(relationship, context(alone)));
  const askStep = (step: PlanStep, alone: PlanDocument): Finding[] => asked(ofSteps, (rule) => rule.checkStep?.(step, context(alone)));
  const askText = (_made: object, alone: PlanDocument): Finding[] => asked(ofTexts, (rule) => rule.checkText?.(context(alone)));
  for (const organization of model.organizations) add(organization, plan.itemAt(organization.path), askOrganization);
  for (const relationship of model.relationships) add(relationship, plan.itemAt(relationship.path), askRelationship);
  for (const step of model.steps) add(step, plan.itemAt(step.path), askStep);
  for (const item of plan.items) add(item.made, item, askText);
  return found;
}

/** What the rules of the whole plan find. */
export function planRuleFindings(plan: PlanDocument, model: PlanModel, catalogue?: Catalogue): Finding[] {
  return asked(ofPlans, (rule) => rule.check?.({ plan, model, ...(catalogue === undefined ? {} : { catalogue }) }));
}

function asked(of: readonly Rule[] | undefined, ask: (rule: Rule) => Iterable<RuleFinding> | undefined): Finding[] {
  return (of ?? []).flatMap((rule) => [...(ask(rule) ?? [])].map((finding): Finding => ({ code: rule.code, severity: rule.severity, fixes: [], ...finding })));
}
