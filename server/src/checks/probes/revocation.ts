import type { Evidence } from '../../protocol/checks.ts';
import type { CheckContext } from '../engine/check.ts';
import type { CertificateFacts } from '../ports.ts';
import type { OcspAnswer } from '../wire/ocsp.ts';
import { askAddress, quotedAddress } from './certificateAddress.ts';
import { day } from './certificate.ts';

/** One place that was asked whether a certificate is revoked. */
export interface StatusReading {
  /** `The stapled OCSP answer`, `The OCSP responder "http://…"`, `The revocation list "http://…"`. */
  readonly source: string;
  /** `undecided`: nothing that was signed and is in its time was said. */
  readonly kind: 'good' | 'revoked' | 'undecided';
  /** Follows the source. */
  readonly words: string;
  readonly evidence: readonly Evidence[];
  /** What is undecided is so because this process cannot compute the signature, which says nothing against the source. */
  readonly unverified?: true;
}

const mostOcspBytes = 65_536;
/** Larger ones are rare since authorities cut their lists; reading them for each partner would cost more than they tell. */
const mostListBytes = 1_048_576;
/** Clocks differ, and responders are late now and then. */
const grace = 3_600_000;

/** The OCSP answer that the server itself sent along. */
export function stapledStatus(context: CheckContext, staple: Uint8Array, own: CertificateFacts, issuer: CertificateFacts): StatusReading {
  const answer = context.ports.certificate.readOcspAnswer(staple, own, issuer);
  return { source: 'The stapled OCSP answer', evidence: [], ...judgeOcsp(answer, context.ports.clock.now()) };
}

/** Asks the first responder that the certificate names; each certificate once in a run. */
export function askResponder(context: CheckContext, url: string, own: CertificateFacts, issuer: CertificateFacts): Promise<StatusReading> {
  return context.once(`ocsp ${own.fingerprint}`, async () => {
    const source = `The OCSP responder ${quotedAddress(url)}`;
    const body = context.ports.certificate.ocspRequest(own, issuer);
    if (body === undefined) return { source, kind: 'undecided', words: 'cannot be asked about this certificate', evidence: [] };
    const reply = await askAddress(context, url, { body, type: 'application/ocsp-request', mostBytes: mostOcspBytes, subjectLine: 'OCSP' });
    if (reply.kind === 'nothing') return { source, kind: 'undecided', words: reply.words, evidence: reply.evidence };
    const answer = context.ports.certificate.readOcspAnswer(reply.bytes, own, issuer);
    const judged = judgeOcsp(answer, context.ports.clock.now());
    return { source, ...judged, evidence: withWords(reply.evidence, judged.words) };
  });
}

/** Looks into the first revocation list that the certificate names; each list is fetched once in a run. */
export async function lookIntoList(context: CheckContext, url: string, own: CertificateFacts, issuer: CertificateFacts): Promise<StatusReading> {
  const source = `The revocation list ${quotedAddress(url)}`;
  const reply = await context.once(`revocation list ${url}`, () =>
    askAddress(context, url, { mostBytes: mostListBytes, subjectLine: 'for a revocation list' }),
  );
  if (reply.kind === 'nothing') return { source, kind: 'undecided', words: reply.words, evidence: reply.evidence };
  const list = context.ports.certificate.readRevocationList(reply.bytes, own, issuer);
  const judged = judgeList(list, context.ports.clock.now());
  return { source, ...judged, evidence: withWords(reply.evidence, judged.words) };
}

function judgeOcsp(answer: OcspAnswer, now: number): Pick<StatusReading, 'kind' | 'words' | 'unverified'> {
  switch (answer.kind) {
    case 'unreadable':
      return { kind: 'undecided', words: 'cannot be read' };
    case 'refused':
      return { kind: 'undecided', words: `says nothing of the certificate (${answer.words})` };
    case 'otherCertificate':
      return { kind: 'undecided', words: 'is about another certificate' };
    case 'status': {
      if (answer.status === 'unknown') return { kind: 'undecided', words: 'does not know the certificate' };
      return judgeStatement(answer.status, answer, now);
    }
  }
}

function judgeList(list: ReturnType<CheckContext['ports']['certificate']['readRevocationList']>, now: number): Pick<StatusReading, 'kind' | 'words'> {
  if (list.kind === 'unreadable') return { kind: 'undecided', words: 'cannot be read' };
  if (list.kind === 'otherScope') return { kind: 'undecided', words: 'is not one that could name this certificate' };
  return judgeStatement(list.revoked ? 'revoked' : 'good', list, now);
}

interface Statement {
  readonly revokedAt?: number;
  readonly thisUpdate: number;
  readonly nextUpdate?: number;
  readonly signature: 'good' | 'bad' | 'unknown';
}

/** Only what the issuer signed counts; that all is well must also be in its time, since an old answer may be played back. */
function judgeStatement(status: 'good' | 'revoked', statement: Statement, now: number): Pick<StatusReading, 'kind' | 'words' | 'unverified'> {
  const said = status === 'good' ? 'says that it is not revoked' : `says that it was revoked${at(statement.revokedAt)}`;
  if (statement.signature === 'bad') return { kind: 'undecided', words: `${said}, but its signature is not the issuer’s` };
  if (statement.signature === 'unknown') return { kind: 'undecided', words: `${said}, but its signature could not be verified here`, unverified: true };
  if (status === 'revoked') return { kind: 'revoked', words: said };
  if (statement.nextUpdate !== undefined && now > statement.nextUpdate + grace)
    return { kind: 'undecided', words: `${said}, but is out of date since ${day(statement.nextUpdate)}` };
  if (!(statement.thisUpdate <= now + grace)) return { kind: 'undecided', words: `${said}, but is dated ${day(statement.thisUpdate)}` };
  return { kind: 'good', words: said };
}

function at(time: number | undefined): string {
  return time === undefined || !Number.isFinite(time) ? '' : ` on ${day(time)}`;
}

function withWords(evidence: readonly Evidence[], words: string): readonly Evidence[] {
  return evidence.map((each, index) => (index === evidence.length - 1 ? { ...each, answer: `${each.answer}, ${words}` } : each));
}
