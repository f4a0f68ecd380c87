import type { Organization } from '../plan/planModel.ts';
import { accepts } from './acceptedBy.ts';
import { quotedNames } from './quotedNames.ts';
import type { Rule } from './rule.ts';

export const foreignDomain: Rule = {
  code: 'relationship/foreign-domain',
  title: 'A relationship names a domain of another organization than its target',
  severity: 'warning',
  guidance: ['G3', 'G40', 'G46'],
  saysMissing: true,
  *check({ plan, model }) {
    const holders = new Map<string, Organization[]>();
    for (const organization of model.organizations) for (const name of organization.knownDomains) holders.set(name, [...(holders.get(name) ?? []), organization]);
    for (const { owner, target, domainNames } of model.relationships) {
      // Where the target's domains are not stated, any may be one of them.
      if (owner === undefined || target === undefined || owner === target || target.knownDomains.length === 0) continue;
      for (const { name, path } of domainNames) {
        const holder = holders.get(name)?.find((each) => each !== target && isOther(each, target));
        if (holder === undefined || accepts(target, name) || name.endsWith('.onmicrosoft.com') || target.federatedDomains?.some((each) => each.name === name) === true) continue;
        const range = plan.valueRange(path);
        if (range === undefined) continue;
        yield {
          message: `"${name}" is a domain of "${holder.id}", and this relationship of "${owner.id}" is with "${target.id}". Expected are domains of "${target.id}" (${quotedNames(target.knownDomains)}).`,
          range,
        };
      }
    }
  },
};

/** False for the two halves of a hybrid organization: they share domains, and a plan need not state all that they share. */
function isOther(a: Organization, b: Organization): boolean {
  return (a.hosting === 'online') === (b.hosting === 'online') && !a.knownDomains.some((name) => b.knownDomains.includes(name));
}
