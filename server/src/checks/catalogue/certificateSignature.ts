import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { judgeCertificates, worstOf, type Judgement, type NamedCertificate } from './certificates.ts';
import { enableCertificate } from './exchangeCmdlets.ts';

/** C6: are the certificates signed with a hash that is not broken? */
export const certificateSignature: Check = {
  id: 'C6',
  title: 'Certificate signature',
  group: 'Certificate',
  asks: 'The same certificates: the algorithm of each signature up to the authority, whose own signature proves nothing and is not judged.',
  guidance: ['G11'],
  needs: ['N1'],
  considers: ['F1'],
  run: (context: CheckContext): Promise<Outcome> =>
    judgeCertificates(context, (shown) => {
      const judgements = shown.map(judgeSignatures);
      return worstOf(judgements, ['fail', 'warn', 'unknown']) ?? judgements[0] ?? { verdict: 'pass', summary: 'No signature uses a broken hash.' };
    }),
};

function judgeSignatures({ answer, name }: NamedCertificate): Judgement {
  const [own] = answer.chain;
  // A certificate that signed itself is trusted, or not, for what it is.
  const signed = answer.chain.filter(({ selfSigned }) => !selfSigned);
  const broken = signed.find(({ brokenSignature }) => brokenSignature);
  if (broken !== undefined) {
    const which = broken === own ? 'is signed' : `was issued by an authority ("${broken.subject.slice(0, 120)}") that is signed`;
    const isPublic = answer.anchor === 'mozilla';
    return {
      verdict: isPublic ? 'fail' : 'warn',
      summary: `${name} ${which} by ${broken.signature}, a broken hash.`,
      cause: isPublic
        ? 'Windows and every browser refuse such certificates of public authorities since 2017.'
        : 'Windows still takes such certificates of private authorities; other clients refuse them.',
      fix: `Have the certificate made anew with SHA-256: ${enableCertificate}.`,
    };
  }
  const strange = signed.find(({ signature }) => signature.startsWith('algorithm '));
  if (strange !== undefined)
    return { verdict: 'unknown', summary: `${name}: a signature up to its authority is made with an unknown ${strange.signature}.` };
  const [first] = signed;
  return first === undefined
    ? { verdict: 'pass', summary: `${name} signed itself; the hash of such a signature does not matter (C2).` }
    : { verdict: 'pass', summary: `${name} is signed by ${first.signature}, and no signature up to the authority uses a broken hash.` };
}
