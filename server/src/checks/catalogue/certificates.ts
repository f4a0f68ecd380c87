/** What the certificate checks share: evidence, and the case that no certificate was seen. */
import type { CheckContext, Outcome } from '../engine/check.ts';
import type { JudgedCertificates } from '../probes/certificate.ts';

/** Everything of the outcome but the verdict, which starts as unknown. */
export function certificateOutcome(context: CheckContext, judged: JudgedCertificates | undefined): Outcome {
  return {
    verdict: 'unknown',
    summary: 'No address accepts connections, so no certificate was seen.',
    evidence: judged?.shown.map((shown) => shown.evidence) ?? [],
    doesNotProve: 'Anything about the federation trust’s own certificate, which never appears in TLS, nor about revocation, which is not checked.',
    about: context.subject.autodiscover === undefined ? 'domain' : 'autodiscover',
  };
}

/** The outcome where an address showed no certificate at all; `undefined` where every judged address showed one. */
export function noCertificate(judged: JudgedCertificates | undefined): Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix'> | undefined {
  const certificates = judged?.shown.filter(({ answer }) => answer.kind === 'certificate') ?? [];
  if (judged === undefined || certificates.length > 0) return undefined;
  return {
    verdict: 'unknown',
    summary: `"${judged.host}" showed no certificate: ${judged.shown.map((shown) => `${shown.address} ${shown.words}`).join('; ')}.`,
    cause: 'The handshake of this machine’s TLS library, which needs TLS 1.2 or newer, was not completed.',
    fix: 'Look at the checks of the TLS versions first.',
  };
}
