import { didYouMean } from '../spelling.ts';
import { accepts, isBelowAccepted } from './acceptedBy.ts';
import { replaceValueFix } from './fixes.ts';
import { quotedNames } from './quotedNames.ts';
import type { Rule } from './rule.ts';

export const namespaceNotAccepted: Rule = {
  code: 'trust/namespace-not-accepted',
  title: 'An account namespace whose domain is not an accepted domain of its organization',
  severity: 'warning',
  guidance: ['G32b', 'G33', 'G36b'],
  saysMissing: true,
  *checkOrganization(organization, { plan }) {
    const { accountNamespace, acceptedDomains, hosting, knownDomains, id } = organization;
    if (accountNamespace === undefined || acceptedDomains.length === 0 || hosting === 'online') return;
    const { name, path } = accountNamespace;
    if (accepts(organization, name) || isBelowAccepted(organization, name)) return;
    const range = plan.valueRange(path);
    if (range === undefined) return;
    const meant = didYouMean(name, knownDomains);
    yield {
      message: `The account namespace of "${id}" is made of "${name}", which is not among its accepted domains (${quotedNames(knownDomains)}). Expected is the primary accepted domain, with or without the prefix FYDIBOHF25SPDLT.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`,
      range,
      fixes: meant === undefined ? [] : [replaceValueFix(range, meant, false)],
    };
  },
};
