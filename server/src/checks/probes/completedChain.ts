import type { Evidence } from '../../protocol/checks.ts';
import type { CheckContext } from '../engine/check.ts';
import type { CertificateAnswer } from '../ports.ts';
import { askAddress, quotedAddress } from './certificateAddress.ts';

/** A chain with the issuers that the server did not send and their certificates name. */
export interface CompletedChain {
  readonly answer: CertificateAnswer;
  /** How many issuers were fetched that fit; the path of `answer` holds them. */
  readonly fetched: number;
  /** Why no more were, to follow "the missing issuer": `is not named in the certificate`. */
  readonly words: string;
  readonly evidence: readonly Evidence[];
}

const mostFetched = 3;
const longestCertificate = 65_536;
const incomplete = ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'];

/** The last certificate's issuer was neither sent nor is it known here. */
export function isIncomplete({ trustError }: Pick<CertificateAnswer, 'trustError'>): boolean {
  return trustError !== undefined && incomplete.includes(trustError);
}

/** Fetches missing issuers from where the certificates say they are (caIssuers, RFC 5280 §4.2.2.1); each chain once in a run. */
export function completedChain(context: CheckContext, host: string, answer: CertificateAnswer): Promise<CompletedChain> {
  if (!isIncomplete(answer)) return Promise.resolve({ answer, fetched: 0, words: '', evidence: [] });
  const key = answer.sent.map(({ fingerprint }) => fingerprint).join(' ');
  return context.once(`issuers ${host} ${key}`, async () => {
    const further: Uint8Array[] = [];
    const evidence: Evidence[] = [];
    let completed = answer;
    let fetched = 0;
    for (;;) {
      const last = completed.chain.at(-1) ?? completed.chain[0];
      const [url] = last.issuerUrls;
      const end = (words: string): CompletedChain => ({ answer: completed, fetched, words, evidence });
      if (!isIncomplete(completed)) return end('');
      if (url === undefined) return end('is not named in the certificate');
      if (further.length === mostFetched) return end(`was not looked for behind ${mostFetched} fetched ones`);
      const reply = await askAddress(context, url, { mostBytes: longestCertificate, subjectLine: 'for an issuer’s certificate' });
      evidence.push(...reply.evidence);
      if (reply.kind === 'nothing') return end(`could not be fetched: ${quotedAddress(url)} ${reply.words}`);
      further.push(reply.bytes);
      const { protocol, reading } = answer;
      const sent = answer.sent.map(({ raw }) => raw);
      const read = context.ports.certificate.read({ sent, further, host, protocol, reading, now: context.ports.clock.now() });
      if (read === undefined || read.chain.length <= completed.chain.length) return end(`is not what ${quotedAddress(url)} gives`);
      completed = read;
      fetched++;
    }
  });
}
