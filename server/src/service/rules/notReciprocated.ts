import type { QuickFix } from '../finding.ts';
import { isDomainName } from '../plan/domainName.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { Organization, PlanModel, Relationship } from '../plan/planModel.ts';
import { federatedNames } from './federatedBy.ts';
import { linesBehind, scalarText } from './fixes.ts';
import type { Rule } from './rule.ts';

export const notReciprocated: Rule = {
  code: 'relationship/not-reciprocated',
  title: 'A relationship without one in the other direction',
  // The other half may stand in the partner's own plan.
  severity: 'information',
  guidance: ['G1', 'G3', 'G4', 'G46'],
  saysMissing: true,
  *check({ plan, model }) {
    const directions = new Set(model.relationships.map(({ data }) => direction(data.owner, data.target)));
    for (const relationship of model.relationships) {
      const { owner, target, data, path } = relationship;
      if (owner === undefined || target === undefined || owner === target || data.enabled === false || directions.has(direction(target.id, owner.id))) continue;
      // Said once, however many relationships lead this way.
      directions.add(direction(target.id, owner.id));
      const range = plan.valueRange([...path, 'target']);
      if (range === undefined) continue;
      yield {
        message: `The plan has no relationship of "${target.id}" with "${owner.id}". Each direction stands on its own: until "${target.id}" has one too, with the domains of "${owner.id}", free/busy is not seen in both directions. Add it, or leave it to the other side's plan.`,
        range,
        fixes: reciprocal(plan, model, relationship, target, owner),
      };
    }
  },
};

/** Not an organization's id, which has no blank. */
function direction(owner: string | undefined, target: string | undefined): string {
  return `${owner ?? ''} ${target ?? ''}`;
}

/** Certain where the other side's domains are: those it federates, its primary ones, or the only one it has. */
function reciprocal(plan: PlanDocument, model: PlanModel, { data, path }: Relationship, owner: Organization, target: Organization): QuickFix[] {
  const domains = domainsToName(target).filter(isDomainName);
  const last = plan.valueRange(['organizationRelationships', model.relationships.length - 1]);
  const own = plan.valueRange(path);
  if (domains.length === 0 || last === undefined || own === undefined) return [];
  // The list must be one of dashes.
  const lineStart = plan.text.lastIndexOf('\n', own.start - 1) + 1;
  const dash = /^( *)- +$/.exec(plan.text.slice(lineStart, own.start));
  if (dash === null) return [];
  const indent = dash[1] ?? '';
  const keys = [
    `owner: ${scalarText(owner.id)}`,
    `target: ${scalarText(target.id)}`,
    `domainNames: [${domains.map(scalarText).join(', ')}]`,
    ...(data.freeBusyAccessEnabled === true ? ['freeBusyAccessEnabled: true', `freeBusyAccessLevel: ${model.profile.freeBusyAccessLevel ?? 'AvailabilityOnly'}`] : []),
  ];
  const lines = keys.map((key, index) => `${indent}${index === 0 ? '- ' : '  '}${key}`);
  return [{ title: `Add the relationship of "${owner.id}" with "${target.id}"`, preferred: false, edits: [linesBehind(plan.text, last.end, lines)] }];
}

function domainsToName(organization: Organization): readonly string[] {
  const { acceptedDomains, knownDomains, hosting } = organization;
  const federated = federatedNames(organization);
  if (federated !== undefined && hosting !== 'online') return federated;
  const primaries = acceptedDomains.filter(({ primary }) => primary).map(({ name }) => name);
  return primaries.length > 0 ? primaries : knownDomains.length === 1 ? knownDomains : [];
}
