import { shorten } from '../plan/schemaFindings.ts';
import type { Rule } from './rule.ts';

/** 64 bytes (SHA-512) in base64: 86 characters, the last of which carries two bits, and two signs of padding. */
export const federationProof = /^[A-Za-z0-9+/]{85}[AQgw]==$/;

export const proofShape: Rule = {
  code: 'trust/proof-shape',
  title: 'A federation proof that is not 88 base64 characters',
  severity: 'error',
  guidance: ['G38'],
  *checkOrganization({ acceptedDomains }, { plan }) {
    for (const { name, proofs } of acceptedDomains) {
      for (const { value, path } of proofs) {
        const range = plan.valueRange(path);
        if (range === undefined || value === '' || federationProof.test(value)) continue;
        yield { message: `The federation proof of "${name}" is ${describe(value)}. Expected are 88 base64 characters ending in "==". Copy it again from Get-FederatedDomainProof; a PDF or a console often loses or changes a character.`, range };
      }
    }
  },
};

function describe(value: string): string {
  const stray = /[^A-Za-z0-9+/=]/.exec(value);
  if (stray !== null) return `not base64: "${shorten(value)}" holds ${/\s/.test(stray[0]) ? 'a blank' : `"${stray[0]}"`}`;
  if (value.length !== 88) return `${value.length} characters long`;
  return 'no SHA-512 value: its end is not that of 64 bytes in base64';
}
