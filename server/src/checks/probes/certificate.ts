import type { Evidence } from '../../protocol/checks.ts';
import type { CheckContext, JudgedHost } from '../engine/check.ts';
import type { CertificateAnswer, Failure } from '../ports.ts';
import { addressAndPort } from '../wire/address.ts';
import { answeredElsewhere } from './answeredElsewhere.ts';
import { failureWords } from './failureWords.ts';
import { readVersionAt } from './tlsVersion.ts';

export interface ShownCertificate {
  readonly address: string;
  readonly answer: CertificateAnswer | Failure;
  /** Follows the address where there was no certificate. */
  readonly words: string;
  readonly evidence: Evidence;
}

/** The certificates under judgement: those of the host that the federation really uses. */
export interface JudgedCertificates {
  readonly host: string;
  readonly shown: readonly ShownCertificate[];
  /** Says why another host than the first candidate is judged. */
  readonly note?: string;
}

/** More nodes than this behind one name are compared by their first ones. */
const mostAddresses = 4;

/**
 * Certificates that the endpoint shows. Where its certificate would not do but the lookup found its answer at another host over a connection
 * that Exchange accepts, that other host is judged: domains in the cloud never have a fitting certificate at `autodiscover.<domain>`.
 */
export async function judgedCertificates(context: CheckContext): Promise<JudgedCertificates | undefined> {
  const { endpoint } = (await context.resultOf('N1')).facts;
  if (endpoint === undefined) return undefined;
  const shown = await certificatesOf(context, endpoint);
  if (shown.every(({ answer }) => isAccepted(answer, context.ports.clock.now()))) return { host: endpoint.host, shown };
  const other = await answeredElsewhere(context, endpoint.host);
  if (other === undefined) return { host: endpoint.host, shown };
  return {
    host: other.host,
    shown: await certificatesOf(context, other),
    note: `The lookup of federation information passes over "${endpoint.host}" and ends at "${other.host}", so that host's certificate counts.`,
  };
}

/** What each of a host's addresses shows, up to four of them; each is asked once in a run. */
export function certificatesOf(context: CheckContext, host: JudgedHost): Promise<readonly ShownCertificate[]> {
  return Promise.all(
    host.addresses.slice(0, mostAddresses).map((address) =>
      context.once(`certificate ${host.host} ${addressAndPort(address, host.port)}`, async (signal): Promise<ShownCertificate> => {
        const { shown, evidence: hello } = await readVersionAt(context, host, '1.2', address);
        const read =
          shown === undefined ? undefined : context.ports.certificate.read({ ...shown, host: host.host, reading: 'clear', now: context.ports.clock.now() });
        const [asked] = hello;
        if (read !== undefined && asked !== undefined) {
          const words = describe(read);
          return { address, answer: read, words, evidence: { ...asked, answer: words } };
        }
        // Only a server that speaks nothing but TLS 1.3 hides its certificates from the hello.
        const timeoutMs = context.limits.connect * 2;
        const answer = await context.ports.certificate.handshake({ address, port: host.port, host: host.host }, host.host, { signal, timeoutMs });
        const words = answer.kind === 'failure' ? failureWords(answer, timeoutMs) : describe(answer);
        const question = `TLS handshake with ${addressAndPort(address, host.port)} for "${host.host}"`;
        return { address, answer, words, evidence: { question, via: answer.via, answer: words, elapsedMs: answer.elapsedMs } };
      }),
    ),
  );
}

function isAccepted(answer: CertificateAnswer | Failure, now: number): boolean {
  if (answer.kind === 'failure') return false;
  const [own] = answer.chain;
  return answer.trustError === undefined && own.coversHost && own.validFrom <= now && now <= own.validTo;
}

function describe(answer: CertificateAnswer): string {
  const [own] = answer.chain;
  const names = own.nameCount > 8 ? `${own.names.slice(0, 8).join(', ')} and ${own.nameCount - 8} more` : own.names.join(', ');
  return [
    `${answer.protocol}, certificate "${own.subject.slice(0, 160)}" by "${own.issuer.slice(0, 160)}"`,
    names === '' ? 'no names in it' : `for ${names.slice(0, 400)}`,
    `valid ${day(own.validFrom)} to ${day(own.validTo)}`,
    answer.trustError === undefined ? 'trusted' : `not accepted: ${answer.trustError}`,
  ].join(', ');
}

/** `2026-03-02` in universal time. */
export function day(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : 'an unreadable date';
}
