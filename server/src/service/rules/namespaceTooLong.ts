import type { Rule } from './rule.ts';

/** With its prefix of 16 characters a longer domain is refused when the namespace is made. */
const most = 32;

export const namespaceTooLong: Rule = {
  code: 'trust/namespace-too-long',
  title: 'The domain behind the account namespace has more than 32 characters',
  severity: 'error',
  guidance: ['G32b', 'G33'],
  *checkOrganization({ accountNamespace, acceptedDomains, hosting, data, id }, { plan }) {
    if (hosting === 'online') return;
    const primaries = acceptedDomains.filter(({ primary }) => primary);
    // The wizard takes what is chosen there; who has stated no namespace may still choose another domain.
    const candidate = accountNamespace ?? (data.federationTrust !== undefined && hosting === 'onPremises' && primaries.length === 1 ? primaries[0] : undefined);
    // A namespace of one's own choice, from before Exchange 2010 SP1, is not made with the prefix.
    if (candidate === undefined || candidate.name.length <= most || candidate.name.startsWith('exchangedelegation.')) return;
    const range = plan.valueRange(candidate.path);
    // The limit counts A-labels; which ones Exchange makes of a name in its own letters is not known here.
    if (range === undefined || /[^\x20-\x7e]/.test(plan.text.slice(range.start, range.end))) return;
    yield {
      message: `"${candidate.name}" has ${candidate.name.length} characters; Exchange makes the account namespace of a domain of at most ${most}. ${accountNamespace === undefined ? `State a shorter accepted domain of "${id}" as "accountNamespace".` : 'Choose a shorter accepted domain.'}`,
      range,
      ...(accountNamespace === undefined ? { severity: 'warning' } : {}),
    };
  },
};
