import { domainName } from '../plan/domainName.ts';
import { federationProof } from './proofShape.ts';
import { placeInPlan } from './stepScript.ts';
import type { Rule } from './rule.ts';

/** The wizard prints `IN TXT`, the cmdlet `TXT IN`. */
const record = /^[ \t]*([^\s;#]+)[ \t]+(?:[0-9]+[ \t]+)?(?:IN[ \t]+TXT|TXT[ \t]+IN|TXT)[ \t]+"?([^\s"]+)"?[ \t]*$/gim;

/** A proof, whole or cut off. Other tokens of verification are shorter, or have other signs. */
const likeProof = /^[A-Za-z0-9+/]{50,}={0,2}$/;

export const dnsRecord: Rule = {
  code: 'step/record-differs',
  title: 'A TXT record whose value is not the domain’s stated proof',
  severity: 'warning',
  guidance: ['G15', 'G35a', 'G35b', 'G38'],
  *checkStep({ data, path, organization }, { plan }) {
    if (data.dnsRecords === undefined || organization === undefined) return;
    for (const match of data.dnsRecords.matchAll(record)) {
      const [line, name = '', value = ''] = match;
      const domain = organization.acceptedDomains.find((each) => each.name === domainName(name));
      // Other TXT records of the zone are no business of the federation's.
      if (domain === undefined || !likeProof.test(value)) continue;
      const proofs = domain.proofs.map((each) => each.value);
      if (proofs.includes(value) || (proofs.length === 0 && federationProof.test(value))) continue;
      const start = match.index + line.lastIndexOf(value);
      const place = placeInPlan(plan, [...path, 'dnsRecords'], { start, end: start + value.length });
      if (place === undefined) continue;
      const [only = '', ...others] = proofs;
      const certain = place.exact && others.length === 0 && federationProof.test(only);
      yield {
        message:
          proofs.length === 0
            ? `The record of "${domain.name}" is ${value.length} characters long and no federation proof. Expected are 88 base64 characters ending in "==".`
            : `The record of "${domain.name}" is not the federation proof that the plan states for it. Expected is the same value in both: take it from Get-FederatedDomainProof -DomainName ${domain.name}.`,
        range: place.range,
        fixes: certain ? [{ title: 'Change to the stated proof', edits: [{ range: place.range, newText: only }], preferred: false }] : [],
      };
    }
  },
};
