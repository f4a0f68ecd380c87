import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { completedChain } from '../probes/completedChain.ts';
import { judgeCertificates, nameOfAll, worstOf, type Judgement, type NamedCertificate } from './certificates.ts';
import { enableCertificate } from './exchangeCmdlets.ts';

/** C2: does the certificate lead to a public authority, over a complete chain? */
export const certificateTrust: Check = {
  id: 'C2',
  title: 'Certificate trust',
  group: 'Certificate',
  asks: 'The same certificates: the chain is verified against Mozilla’s authorities, this machine’s store and the configured extra authorities.',
  guidance: ['G11'],
  needs: ['N1'],
  considers: ['F1'],
  run: (context: CheckContext): Promise<Outcome> =>
    judgeCertificates(context, async (shown, judged) => {
      const judgements = await Promise.all(shown.map((certificate) => judgeWithIssuers(context, judged.host, certificate)));
      return worstOf(judgements, ['fail', 'warn', 'unknown']) ?? { verdict: 'pass', summary: trusted(nameOfAll(shown, judged.host), shown) };
    }),
};

/** An issuer that was not sent may be a private authority; what its address gives tells (C4 asks it as well, once for both). */
async function judgeWithIssuers(context: CheckContext, host: string, certificate: NamedCertificate): Promise<Judgement> {
  const now = context.ports.clock.now();
  const { answer, fetched, evidence } = await completedChain(context, host, certificate.answer);
  if (fetched === 0) return { ...judgeTrust(certificate, now), evidence };
  if (!answer.reachesTrustedRoot) return { ...judgeTrust({ ...certificate, answer }, now), evidence };
  return {
    verdict: 'warn',
    summary:
      `${certificate.name} comes with an incomplete chain: it leads to a trusted authority only over a certificate that the ` +
      'server does not send (C4).',
    cause: 'The intermediate certificate is not installed. Windows may fetch an issuer by itself, servers behind proxies often cannot.',
    fix: 'Install the intermediate certificates on the server or load balancer.',
    evidence,
  };
}

/** Trusted, whatever the dates: those are C3’s. */
function trusted(name: string, shown: readonly NamedCertificate[]): string {
  const [first] = shown;
  const issuers = new Set(shown.map(({ answer }) => answer.chain[0].issuer));
  const issuer = issuers.size === 1 && first !== undefined ? ` ("${first.answer.chain[0].issuer.slice(0, 120)}")` : '';
  const dates = shown.some(({ answer }) => answer.trustError !== undefined) ? '; its dates are another matter (C3)' : '';
  return `${name} leads to a trusted authority${issuer}${dates}.`;
}

function judgeTrust(certificate: NamedCertificate, now: number): Judgement {
  const { answer, name } = certificate;
  const [own] = answer.chain;
  const { trustError } = answer;
  const publicCertificate = `Use a certificate of a public CA, with its intermediate certificates installed: ${enableCertificate}.`;
  if (trustError === undefined) return { verdict: 'pass', summary: trusted(name, [certificate]) };
  if (own.selfSigned || trustError === 'DEPTH_ZERO_SELF_SIGNED_CERT') {
    return {
      verdict: 'fail',
      summary: `${name} is self-signed ("${own.subject.slice(0, 120)}").`,
      cause: 'The certificate that Exchange makes at installation was never replaced, or another device answers with its own.',
      fix: publicCertificate,
    };
  }
  const datesOnly = trustError === 'CERT_HAS_EXPIRED' || trustError === 'CERT_NOT_YET_VALID';
  const ownDatesWrong = now > own.validTo || now < own.validFrom;
  if (datesOnly && ownDatesWrong && answer.reachesTrustedRoot) {
    return { verdict: 'pass', summary: trusted(name, [certificate]) };
  }
  if (datesOnly && !ownDatesWrong) {
    return {
      verdict: 'fail',
      summary: `${name}: one above it is outside its dates (${trustError}).`,
      cause: 'The server sends an intermediate certificate that has been replaced.',
      fix: 'Install the authority’s present intermediate certificates on the server or load balancer, and remove the old ones.',
    };
  }
  if (trustError === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE') {
    return {
      verdict: answer.systemStoreRead ? 'warn' : 'unknown',
      summary:
        `${name} comes with an incomplete chain: the server sends its own certificate only, and its issuer ` +
        `"${own.issuer.slice(0, 120)}" is not among the known authorities.`,
      cause: answer.systemStoreRead
        ? 'The intermediate certificate is not installed; or the issuer is a private authority. Windows may fetch an issuer by ' +
          'itself, servers behind proxies often cannot.'
        : 'The intermediate certificate is not installed; or the issuer is an authority that only this system’s store knows: this Node.js ' +
          'version cannot read the store.',
      fix: 'Install the intermediate certificates on the server or load balancer.',
    };
  }
  if (['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_GET_ISSUER_CERT', 'SELF_SIGNED_CERT_IN_CHAIN'].includes(trustError) || datesOnly) {
    return {
      verdict: answer.systemStoreRead ? 'fail' : 'unknown',
      summary:
        `${name} leads to "${answer.chain.at(-1)?.issuer.slice(0, 120) ?? ''}", which is not among the ` +
        `known authorities (${trustError}).`,
      cause: answer.systemStoreRead
        ? 'The authority is a private one, or a device on the way replaces the certificate (TLS inspection).'
        : 'The authority is a private one, or one that only this system’s store knows: this Node.js version cannot read the store.',
      fix: `${publicCertificate} An authority of your own can be named in the settings.`,
    };
  }
  const faults: Readonly<Record<string, string>> = {
    INVALID_PURPOSE: 'it is not made for servers (extended key usage)',
    CERT_SIGNATURE_FAILURE: 'a signature in its chain is wrong',
    INVALID_CA: 'its issuer is not an authority',
    PATH_LENGTH_EXCEEDED: 'more authorities stand above it than one of them allows',
    PERMITTED_VIOLATION: 'its names are none of those that its authority may certify',
    EXCLUDED_VIOLATION: 'its names are among those that its authority may not certify',
  };
  const fault = faults[trustError];
  if (fault === undefined)
    return { verdict: 'unknown', summary: `${name}: whether it is trusted could not be determined (${trustError}).` };
  return { verdict: 'fail', summary: `${name} is not accepted: ${fault} (${trustError}).`, fix: publicCertificate };
}
