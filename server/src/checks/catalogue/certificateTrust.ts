import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import type { CertificateAnswer } from '../ports.ts';
import { judgedCertificates } from '../probes/certificate.ts';
import { certificateOutcome, noCertificate } from './certificates.ts';
import { enableCertificate } from './exchangeCmdlets.ts';

/** C2: does the certificate lead to a public authority, over a complete chain? */
export const certificateTrust: Check = {
  id: 'C2',
  title: 'Certificate trust',
  group: 'Certificate',
  asks: 'The same handshake: the chain is verified against Mozilla’s authorities, this machine’s store and the configured extra authorities.',
  guidance: ['G11'],
  needs: ['N1'],
  considers: ['F1'],
  run,
};

type Judgement = Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix'>;

async function run(context: CheckContext): Promise<Outcome> {
  const judged = await judgedCertificates(context);
  const base = certificateOutcome(context, judged);
  const none = noCertificate(judged);
  if (judged === undefined || none !== undefined) return { ...base, ...none };
  const judgements = judged.shown.flatMap(({ answer }) =>
    answer.kind === 'certificate' ? [judgeTrust(judged.host, answer, context.ports.clock.now())] : [],
  );
  const worst = (['fail', 'warn', 'unknown', 'pass'] as const)
    .map((verdict) => judgements.find((judgement) => judgement.verdict === verdict))
    .find((judgement) => judgement !== undefined);
  return { ...base, ...worst };
}

function judgeTrust(host: string, answer: CertificateAnswer, now: number): Judgement {
  const [own] = answer.chain;
  const { trustError } = answer;
  const publicCertificate = `Use a certificate of a public CA, with its intermediate certificates installed: ${enableCertificate}.`;
  if (trustError === undefined)
    return { verdict: 'pass', summary: `The certificate of "${host}" leads to a trusted authority ("${own.issuer.slice(0, 120)}").` };
  if (own.selfSigned || trustError === 'DEPTH_ZERO_SELF_SIGNED_CERT') {
    return {
      verdict: 'fail',
      summary: `The certificate of "${host}" is self-signed ("${own.subject.slice(0, 120)}").`,
      cause: 'The certificate that Exchange makes at installation was never replaced, or another device answers with its own.',
      fix: publicCertificate,
    };
  }
  const datesOnly = trustError === 'CERT_HAS_EXPIRED' || trustError === 'CERT_NOT_YET_VALID';
  const ownDatesWrong = now > own.validTo || now < own.validFrom;
  if (datesOnly && ownDatesWrong && answer.reachesTrustedRoot) {
    return { verdict: 'pass', summary: `The certificate of "${host}" leads to a trusted authority; its dates are another matter (C3).` };
  }
  if (datesOnly && !ownDatesWrong) {
    return {
      verdict: 'fail',
      summary: `A certificate above that of "${host}" is outside its dates (${trustError}).`,
      cause: 'The server sends an intermediate certificate that has been replaced.',
      fix: 'Install the authority’s present intermediate certificates on the server or load balancer, and remove the old ones.',
    };
  }
  if (trustError === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE') {
    return {
      verdict: 'warn',
      summary:
        `The chain of "${host}" is incomplete: the server sends its own certificate only, and its issuer ` +
        `"${own.issuer.slice(0, 120)}" is not among the known authorities.`,
      cause:
        'The intermediate certificate is not installed; or the issuer is a private authority. Windows may fetch an issuer by ' +
        'itself, servers behind proxies often cannot.',
      fix: 'Install the intermediate certificates on the server or load balancer.',
    };
  }
  if (['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_GET_ISSUER_CERT', 'SELF_SIGNED_CERT_IN_CHAIN'].includes(trustError) || datesOnly) {
    return {
      verdict: answer.systemStoreRead ? 'fail' : 'unknown',
      summary:
        `The certificate of "${host}" leads to "${answer.chain.at(-1)?.issuer.slice(0, 120) ?? ''}", which is not among the ` +
        `known authorities (${trustError}).`,
      cause: answer.systemStoreRead
        ? 'The authority is a private one, or a device on the way replaces the certificate (TLS inspection).'
        : 'The authority is a private one, or one that only this system’s store knows: this Node.js version cannot read the store.',
      fix: `${publicCertificate} An authority of your own can be named in the settings.`,
    };
  }
  const faults: Readonly<Record<string, string>> = {
    INVALID_PURPOSE: 'it is not made for servers (extended key usage)',
    EE_KEY_TOO_SMALL: 'its key is too short',
    CA_KEY_TOO_SMALL: 'a key in its chain is too short',
    CA_MD_TOO_WEAK: 'a signature in its chain uses a broken hash (SHA-1 or MD5)',
    CERT_SIGNATURE_FAILURE: 'a signature in its chain is wrong',
    CERT_REVOKED: 'it is revoked',
    INVALID_CA: 'its issuer is not an authority',
  };
  const fault = faults[trustError];
  if (fault === undefined)
    return { verdict: 'unknown', summary: `Whether the certificate of "${host}" is trusted could not be determined (${trustError}).` };
  return { verdict: 'fail', summary: `The certificate of "${host}" is not accepted: ${fault} (${trustError}).`, fix: publicCertificate };
}
