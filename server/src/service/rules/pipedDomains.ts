import { isDomainName } from '../plan/domainName.ts';
import { oneConstant } from './stepDeeds.ts';
import { mayGive, placeInPlan, stepScript } from './stepScript.ts';
import type { Rule } from './rule.ts';

export const pipedDomains: Rule = {
  code: 'step/piped-domains',
  title: 'A relationship made of Get-FederationInformation gets one domain of the cloud’s several',
  severity: 'warning',
  guidance: ['G40', 'G44'],
  *check({ plan, model }) {
    // Only a partner in the cloud answers for one domain, and only several domains are then too few.
    const several = model.relationships.filter(({ target, domainNames }) => target?.hosting === 'online' && domainNames.length > 1);
    if (several.length === 0) return;
    for (const step of model.steps) {
      for (const command of stepScript(step, 'run').commands) {
        if (command.name !== 'new-organizationrelationship' || !command.sure || !command.pipedFrom.includes('get-federationinformation') || mayGive(command, 'domainnames')) continue;
        const name = oneConstant(command, 'name')?.toLowerCase();
        const relationship = several.find(({ owner, data }) => owner === step.organization && data.name !== undefined && data.name.toLowerCase() === name);
        const place = relationship === undefined ? undefined : placeInPlan(plan, [...step.path, 'run'], command.nameRange);
        if (relationship === undefined || place === undefined) continue;
        const names = relationship.domainNames.map((domain) => domain.name);
        const at = place.range.end;
        yield {
          message: `Exchange Online answers Get-FederationInformation with the one domain that is asked (since 2025), and the plan names ${names.length}: the others would be left out. List them with -DomainNames.`,
          range: place.range,
          fixes: place.exact && names.every(isDomainName) ? [{ title: 'List the domains with -DomainNames', edits: [{ range: { start: at, end: at }, newText: ` -DomainNames ${names.join(', ')}` }], preferred: true }] : [],
        };
      }
    }
  },
};
