import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { judgeCertificates, worstOf, type Judgement, type NamedCertificate } from './certificates.ts';
import { enableCertificate } from './exchangeCmdlets.ts';

/** C5: is the key long enough, of a kind that Exchange's TLS takes, and made for servers? */
export const certificateKey: Check = {
  id: 'C5',
  title: 'Certificate key',
  group: 'Certificate',
  asks: 'The same certificates: kind and size of their keys, and what they may be used for.',
  guidance: ['G11'],
  needs: ['N1'],
  considers: ['F1'],
  run: (context: CheckContext): Promise<Outcome> =>
    judgeCertificates(context, (shown) => {
      const judgements = shown.map(judgeKey);
      return worstOf(judgements, ['fail', 'warn', 'unknown']) ?? judgements[0] ?? { verdict: 'pass', summary: 'Each key is long enough.' };
    }),
};

const fix =
  'Have the certificate made anew with an RSA key of 2048 bits or more, for servers: New-ExchangeCertificate -GenerateRequest -KeySize 2048; ' +
  `then ${enableCertificate}.`;

/** What the certificates of the path below the authority must have; the authority's own key is the store's concern. */
function judgeKey({ answer, name }: NamedCertificate): Judgement {
  const [own] = answer.chain;
  const { key } = own;
  if (!own.forServers) {
    return {
      verdict: 'fail',
      summary: `${name} is not made for servers: its extended key usage names other purposes only.`,
      cause: 'A certificate for persons, code or clients was put on the web site.',
      fix,
    };
  }
  const minimum = key.kind === 'RSA' || key.kind === 'DSA' ? 2048 : 256;
  if (key.bits > 0 && key.bits < minimum) {
    const summary = `${name} has a key that is too short: ${key.words}, expected ${minimum} bits or more.`;
    return { verdict: 'fail', summary, cause: 'Windows and all public authorities refuse such keys.', fix };
  }
  const above = answer.chain.slice(1).find(({ key: issuerKey, selfSigned }) => !selfSigned && issuerKey.kind === 'RSA' && issuerKey.bits < 2048);
  if (above !== undefined) {
    return {
      verdict: 'fail',
      summary: `${name} was issued with a key that is too short: "${above.subject.slice(0, 120)}", ${above.key.words}.`,
      cause: 'The authority is an old one. Windows refuses such keys.',
      fix,
    };
  }
  if (key.kind === 'other' || key.bits === 0) {
    return { verdict: 'unknown', summary: `${name} has ${key.words}; whether Exchange servers take it could not be determined.`, fix };
  }
  const taken = key.kind === 'RSA' || ['EC P-256', 'EC P-384', 'EC P-521'].includes(key.words);
  if (!taken) {
    const summary = `${name} has a key that Windows does not take in TLS: ${key.words}.`;
    return { verdict: 'warn', summary, cause: 'Windows knows RSA keys and the curves P-256, P-384 and P-521 here.', fix };
  }
  return { verdict: 'pass', summary: `${name} has a key that is long enough (${key.words}) and may stand for a server.` };
}
