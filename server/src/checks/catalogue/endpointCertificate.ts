import type { Outcome } from '../engine/check.ts';
import type { HttpAnswer } from '../ports.ts';
import { certificateDoubts } from '../probes/certificateDoubt.ts';
import { enableCertificate, showCertificates } from './exchangeCmdlets.ts';

type Judgement = Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix'>;

/** What is wrong whoever asks; whether an authority is trusted may differ between this machine and an Exchange server. */
const wrongForAll: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'has expired',
  CERT_NOT_YET_VALID: 'is not valid yet, or this machine’s clock is wrong',
  ERR_TLS_CERT_ALTNAME_INVALID: 'does not name this host',
};

/**
 * What the certificate takes away from the verdict on an endpoint at a host that C1–C8 do not look at: they judge the Autodiscover host, and free/busy
 * itself is asked at the host of Exchange Web Services. Exchange makes no connection where it does not accept the certificate.
 */
export function withCertificate(judged: Judgement, host: string, answer: HttpAnswer): Judgement {
  const { refusal } = certificateDoubts(host, answer);
  if (refusal === undefined || judged.verdict === 'fail') return judged;
  const wrong = wrongForAll[refusal.code];
  return {
    verdict: wrong === undefined ? 'warn' : 'fail',
    summary: `${judged.summary} But the certificate of "${host}" ${wrong ?? 'is not accepted here'} (${refusal.code}).`,
    cause:
      refusal.code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
        ? 'The server does not send its intermediate certificate. Windows often fetches it by itself; behind a proxy it does not.'
        : `Exchange makes no connection to a server whose certificate it does not accept, so free/busy is not asked there.${wrong === undefined ? ' Where a device of this network inspects TLS, the certificate is the device’s (C8).' : ''}`,
    fix: `Put a certificate of a public authority that names "${host}", with its intermediate certificates, on every server and load balancer: ${showCertificates}; then ${enableCertificate}.`,
  };
}
