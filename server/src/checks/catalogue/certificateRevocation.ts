import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { completedChain } from '../probes/completedChain.ts';
import { askResponder, lookIntoList, stapledStatus, type StatusReading } from '../probes/revocation.ts';
import { judgeCertificates, worstOf, type Judgement, type NamedCertificate } from './certificates.ts';
import { enableCertificate } from './exchangeCmdlets.ts';

/** C7: has the authority revoked the certificate? */
export const certificateRevocation: Check = {
  id: 'C7',
  title: 'Certificate revocation',
  group: 'Certificate',
  asks: 'The OCSP answer that the server staples; else the OCSP responder, else the revocation list, that the certificate names (http, port 80).',
  guidance: ['G11'],
  needs: ['N1'],
  considers: ['F1'],
  run: async (context: CheckContext): Promise<Outcome> => {
    const outcome = await judgeCertificates(context, async (shown, { host }) => {
      const judgements = await Promise.all(shown.map((certificate) => judgeRevocation(context, host, certificate)));
      const first = judgements[0] ?? { verdict: 'unknown', summary: 'No certificate was asked about.' };
      const evidence = judgements.flatMap((judgement) => judgement.evidence ?? []);
      return { ...(worstOf(judgements, ['fail', 'warn', 'unknown', 'info']) ?? first), evidence };
    });
    return {
      ...outcome,
      doesNotProve:
        'That the partner’s and your Exchange servers reach these addresses themselves: behind a proxy they need WinHTTP’s ' +
        '(netsh winhttp show proxy), and fail with a revocation error without it.',
    };
  },
};

async function judgeRevocation(context: CheckContext, host: string, { answer, name }: NamedCertificate): Promise<Judgement> {
  const [own] = answer.chain;
  if (own.selfSigned) return { verdict: 'info', summary: `${name} signed itself; nobody can revoke it.` };
  const { answer: completed, evidence: fetched } = await completedChain(context, host, answer);
  const issuer = completed.chain[1];
  const named = own.ocspUrls.length + own.crlUrls.length;
  if (named === 0 && answer.staple === undefined) {
    return {
      verdict: 'info',
      summary: `${name} names no place that tells of its revocation.`,
      cause: 'Private authorities, and public ones for certificates of a few days, do without.',
      evidence: fetched,
    };
  }
  if (issuer === undefined) {
    const summary = `${name}: its issuer’s certificate is not at hand, so nothing that tells of revocation could be verified.`;
    return { verdict: 'unknown', summary, evidence: fetched };
  }
  const readings: StatusReading[] = [];
  if (answer.staple !== undefined) readings.push(stapledStatus(context, answer.staple, own, issuer));
  const isOpen = (): boolean => readings.every(({ kind }) => kind === 'undecided');
  if (isOpen() && own.ocspUrls[0] !== undefined) readings.push(await askResponder(context, own.ocspUrls[0], own, issuer));
  if (isOpen() && own.crlUrls[0] !== undefined) readings.push(await lookIntoList(context, own.crlUrls[0], own, issuer));
  return { ...judgeReadings(name, answer, readings), evidence: [...fetched, ...readings.flatMap(({ evidence }) => evidence)] };
}

function judgeReadings(name: string, answer: NamedCertificate['answer'], readings: readonly StatusReading[]): Judgement {
  const words = readings.map(({ source, words: said }) => `${source} ${said}`).join('; ');
  const renew = `Have a new certificate made and put it on every server and load balancer: ${enableCertificate}.`;
  if (readings.some(({ kind }) => kind === 'revoked')) {
    const cause = 'Its key became known, its owner asked for it, or the authority had to.';
    return { verdict: 'fail', summary: `${name} is revoked. ${words}.`, cause, fix: renew };
  }
  const stapled = answer.staple === undefined ? undefined : readings[0];
  if (stapled?.kind === 'undecided' && stapled.unverified !== true) {
    return {
      verdict: 'warn',
      summary: `${name} comes with a stapled answer that is worth nothing. ${words}.`,
      cause: 'The server does not reach the OCSP responder any more, or staples the answer of another certificate.',
      fix: 'Look at the stapling of the web server or load balancer, and whether it gets out at port 80.',
    };
  }
  if (answer.chain[0].mustStaple && answer.staple === undefined) {
    return {
      verdict: 'warn',
      summary: `${name} demands a stapled OCSP answer, and the server sent none. ${words}.`,
      cause: 'Clients that obey this demand refuse the connection; Windows does not insist on it.',
      fix: 'Switch OCSP stapling on where TLS ends, or have the certificate made without the demand (must-staple).',
    };
  }
  if (readings.some(({ kind }) => kind === 'good')) return { verdict: 'pass', summary: `${name} is not revoked. ${words}.` };
  return {
    verdict: 'unknown',
    summary: `Whether it is revoked could not be determined. ${name}: ${words}.`,
    cause: 'The address is not reached from here, or its answer is none.',
    fix: 'Open the address in a browser; try from another network.',
  };
}
