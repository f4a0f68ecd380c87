import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { completedChain, isIncomplete } from '../probes/completedChain.ts';
import { judgeCertificates, nameOfAll, worstOf, type Judgement, type NamedCertificate } from './certificates.ts';
import { enableCertificate } from './exchangeCmdlets.ts';

/** C4: does the server send every certificate between its own and the authority? */
export const certificateChain: Check = {
  id: 'C4',
  title: 'Certificate chain',
  group: 'Certificate',
  asks: 'The certificates as they were sent; a missing issuer is fetched from the address that the certificate names (http, port 80).',
  guidance: ['G11'],
  needs: ['N1'],
  considers: ['F1'],
  run: (context: CheckContext): Promise<Outcome> =>
    judgeCertificates(context, async (shown, { host }) => {
      const judgements = await Promise.all(shown.map((certificate) => judgeChain(context, host, certificate)));
      const worst = worstOf(judgements, ['warn', 'unknown', 'info']);
      return worst ?? judgements[0] ?? { verdict: 'pass', summary: `${nameOfAll(shown, host)} comes with its chain.` };
    }),
};

async function judgeChain(context: CheckContext, host: string, { answer, name }: NamedCertificate): Promise<Judgement> {
  const [own] = answer.chain;
  if (own.selfSigned) return { verdict: 'info', summary: `${name} signed itself, so there is no chain to send (C2).` };
  if (!isIncomplete(answer)) return judgeComplete(name, answer);
  const { answer: completed, fetched, words, evidence } = await completedChain(context, host, answer);
  const missing = (completed.chain[answer.chain.length] ?? completed.chain.at(-1) ?? own).subject.slice(0, 120);
  const last = answer.chain.at(-1) ?? own;
  const sent = `${name} comes with ${answer.sent.length === 1 ? 'no issuer beside it' : `${answer.sent.length - 1} of its issuers`}`;
  if (fetched === 0) {
    return {
      verdict: 'unknown',
      summary:
        `${sent}, and whether "${last.issuer.slice(0, 120)}" should have been sent could not be determined: ` +
        `the missing issuer ${words}.`,
      evidence,
      cause: 'An intermediate certificate is not installed; or the issuer is a private authority that nobody sends.',
      fix: 'Compare the chain with what the authority gave with it, and install the intermediate certificates on the server or load balancer.',
    };
  }
  const isPrivateRoot = completed.chain.at(-1)?.selfSigned === true && completed.chain.length === answer.chain.length + 1;
  if (isPrivateRoot && !completed.reachesTrustedRoot) {
    const summary = `${sent}; it needs none: its issuer "${missing}" is an authority itself, though not a known one (C2).`;
    return { verdict: 'pass', summary, evidence };
  }
  return {
    verdict: 'warn',
    summary:
      `${sent}: the server does not send "${missing}", which was found at the address in the certificate` +
      `${completed.reachesTrustedRoot ? ' and leads to a trusted authority' : ''}.`,
    evidence,
    cause:
      'The intermediate certificate is not installed. Windows fetches it by itself where it gets out at port 80; Exchange servers behind a ' +
      'proxy often do not.',
    fix: `Install the intermediate certificates on the server or load balancer (Intermediate Certification Authorities), then ${enableCertificate}.`,
  };
}

function judgeComplete(name: string, { chain, sent, reading, trustError }: NamedCertificate['answer']): Judgement {
  const path = chain.map(({ fingerprint }) => fingerprint);
  const places = sent.map(({ fingerprint }) => path.indexOf(fingerprint)).filter((at) => at >= 0);
  const needless = sent.length - places.length;
  const reached = trustError === undefined ? '' : '; whether its end is trusted is another matter (C2)';
  const strangers = needless === 1 ? 'certificate that does not belong' : 'certificates that do not belong';
  const extra = needless === 0 ? '' : ` ${needless} further ${strangers} to it came along.`;
  const count = `${places.length} of the ${path.length} certificates up to the authority were sent`;
  const summary = `${name} comes with all it needs: ${count}${reached}.${extra}`;
  if (reading === 'clear' && places.some((at, index) => at < (places[index - 1] ?? 0))) {
    return {
      verdict: 'info',
      summary: `${summary} They are not in their order.`,
      cause: 'TLS 1.2 wants each certificate to certify the one before it; today’s clients sort them by themselves, old appliances may not.',
    };
  }
  return { verdict: 'pass', summary };
}
