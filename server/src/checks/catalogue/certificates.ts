/** What the certificate checks share: which certificates there are to judge, evidence, and addresses that showed none. */
import type { Evidence, Verdict } from '../../protocol/checks.ts';
import type { CheckContext, Outcome } from '../engine/check.ts';
import type { CertificateAnswer } from '../ports.ts';
import { judgedCertificates, type JudgedCertificates } from '../probes/certificate.ts';
import { nothingUsed } from './endpoint.ts';

export interface Judgement extends Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix'> {
  /** What was asked beside the certificates. */
  readonly evidence?: readonly Evidence[];
}

/** The first judgement of the first of these verdicts that there is. */
export function worstOf(judgements: readonly Judgement[], verdicts: readonly Verdict[]): Judgement | undefined {
  return verdicts.map((verdict) => judgements.find((judgement) => judgement.verdict === verdict)).find((judgement) => judgement !== undefined);
}

/** A certificate that was shown, and what sentences call it. */
export interface NamedCertificate {
  readonly answer: CertificateAnswer;
  /** `The certificate of "mail.a.example"`, with the address where not every address shows the same. */
  readonly name: string;
}

/** Judges the certificates that were shown; an address that showed none takes "all is well" away. */
export async function judgeCertificates(
  context: CheckContext,
  judge: (shown: readonly NamedCertificate[], judged: JudgedCertificates) => Judgement | Promise<Judgement>,
): Promise<Outcome> {
  if ((await context.resultOf('N1')).facts.nothingUsed === true) return nothingUsed(context);
  const judged = await judgedCertificates(context);
  const base = {
    evidence: judged?.shown.map((shown) => shown.evidence) ?? [],
    doesNotProve: 'Anything about the federation trust’s own certificate, which never appears in TLS, nor about revocation (C7).',
    about: context.subject.autodiscover === undefined ? 'domain' : 'autodiscover',
  } as const;
  if (judged === undefined) return { ...base, verdict: 'unknown', summary: 'No address accepts connections, so no certificate was seen.' };
  const different = new Set(judged.shown.map(({ answer }) => (answer.kind === 'certificate' ? answer.chain[0].fingerprint : 'none')));
  const shown = judged.shown.flatMap(({ answer, address }): NamedCertificate[] => {
    const at = different.size === 1 ? '' : ` at ${address}`;
    return answer.kind === 'certificate' ? [{ answer, name: `The certificate of "${judged.host}"${at}` }] : [];
  });
  const without = judged.shown.filter(({ answer }) => answer.kind === 'failure');
  const silence = without.map(({ address, words }) => `${address} ${words}`).join('; ');
  if (shown.length === 0) return { ...base, ...noCertificate(judged.host, silence) };
  const { evidence, ...judgement } = await judge(shown, judged);
  return { ...withUnseen(judged, judgement, shown.length, silence, without.length), ...base, evidence: [...base.evidence, ...(evidence ?? [])] };
}

/** An address that showed no certificate takes "all is well" away. */
function withUnseen(judged: JudgedCertificates, judgement: Judgement, seenAt: number, silence: string, without: number): Judgement {
  if (without === 0) return judgement;
  const seen = `A certificate was seen at ${seenAt} of ${judged.shown.length} addresses: ${silence}.`;
  const summary = `${judgement.summary} ${seen}`;
  if (judgement.verdict !== 'pass' && judgement.verdict !== 'info') return { ...judgement, summary };
  const { cause, fix } = noCertificate(judged.host, silence);
  return { ...judgement, verdict: 'unknown', summary, cause: judgement.cause ?? cause, fix: judgement.fix ?? fix };
}

function noCertificate(host: string, silence: string): Judgement & { readonly cause: string; readonly fix: string } {
  return {
    verdict: 'unknown',
    summary: `"${host}" showed no certificate: ${silence}.`,
    cause: 'The handshake of this machine’s TLS library, which needs TLS 1.2 or newer, was not completed.',
    fix: 'Look at the checks of the TLS versions first.',
  };
}

/** The certificate’s name where all are alike, for a sentence that speaks of all. */
export function nameOfAll(shown: readonly NamedCertificate[], host: string): string {
  const names = new Set(shown.map(({ name }) => name));
  return names.size === 1 ? [...names].join('') : `Each certificate of "${host}"`;
}
