import type { Organization } from '../plan/planModel.ts';
import type { PlanPath } from '../plan/planPath.ts';
import { valueAt } from '../plan/schemaFindings.ts';
import type { Rule } from './rule.ts';

/** Exchange Online has no trust and no list of federated domains of the organization's own, and Microsoft publishes its endpoints. */
const ofServersOnly = new Set(['federationTrust', 'federatedOrganizationIdentifier', 'autodiscover', 'webServices', 'proxy']);

export const notStatedYet: Rule = {
  code: 'profile/not-stated',
  title: 'What the profile wants and the plan does not state yet',
  severity: 'information',
  guidance: ['G5', 'G6', 'G7', 'G7a', 'G11', 'G18', 'G30'],
  saysMissing: true,
  *check({ plan, model }) {
    const missing = (below: PlanPath, wants: readonly string[]): string[] =>
      wants.filter((want) => valueAt(model.data, [...below, ...want.split('.')]) === undefined).map((want) => [...below, want].join('.'));
    const wanted = ({ hosting }: Organization): readonly string[] => model.profile.wants.partner.filter((want) => hosting !== 'online' || !ofServersOnly.has(want.split('.')[0] ?? ''));
    const partners = model.organizations.filter(({ role }) => role === 'partner');
    const names = [...missing([], model.profile.wants.plan).filter((want) => !isStatedElsewhere(want, partners)), ...partners.flatMap((partner) => missing(partner.path, wanted(partner)).filter((want) => !isStatedByServers(want, partner)))];
    const range = names.length === 0 ? undefined : plan.valueRange(['profile']);
    // One line for all of them: a plan that is being written is not to be covered with remarks.
    if (range !== undefined) yield { message: `Not stated yet, though "${model.profile.id}" wants it: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ` and ${names.length - 20} more` : ''}.`, range };
  },
};

/** Each organization has a contact of its own: who states those has stated the agreement's. */
function isStatedElsewhere(want: string, partners: readonly Organization[]): boolean {
  return want.startsWith('agreement.singlePointOfContact') && partners.length > 0 && partners.every(({ data }) => data.singlePointOfContact !== undefined);
}

function isStatedByServers(want: string, { data, path }: Organization): boolean {
  return want === [...path, 'exchange'].join('.') && data.servers?.some(({ exchange }) => exchange?.version !== undefined) === true;
}
