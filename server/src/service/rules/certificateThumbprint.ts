import { replaceValueFix } from './fixes.ts';
import type { Rule } from './rule.ts';

const keys = ['thumbprint', 'nextThumbprint', 'previousThumbprint'] as const;

export const certificateThumbprint: Rule = {
  code: 'trust/thumbprint-shape',
  title: 'A thumbprint that is not 40 hexadecimal digits',
  severity: 'error',
  guidance: ['G34b', 'G35b', 'G36a'],
  *checkOrganization({ data, path }, { plan }) {
    for (const key of keys) {
      const written = data.federationTrust?.[key];
      if (written === undefined || written === '' || /^[0-9a-f]{40}$/i.test(written)) continue;
      const range = plan.valueRange([...path, 'federationTrust', key]);
      if (range === undefined) continue;
      // The certificate console shows blanks between the bytes and copies an invisible mark before the first.
      const digits = written.replace(/[\s\u200b\u200e\u200f\u202a-\u202e\ufeff]+/gu, '');
      const certain = /^[0-9a-f]{40}$/i.test(digits);
      yield {
        message: `The thumbprint has ${certain ? 'blanks or invisible characters between its digits' : /[^0-9a-f]/i.test(digits) ? 'characters that are no hexadecimal digits' : `${digits.length} digits`}. Expected are 40 hexadecimal digits, as Get-ExchangeCertificate shows them.`,
        range,
        fixes: certain ? [replaceValueFix(range, digits.toUpperCase())] : [],
      };
    }
  },
};
