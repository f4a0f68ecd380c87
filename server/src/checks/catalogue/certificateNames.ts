import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import type { JudgedCertificates } from '../probes/certificate.ts';
import { resolveHost } from '../probes/resolvedHost.ts';
import { judgeCertificates, nameOfAll, type Judgement, type NamedCertificate } from './certificates.ts';
import { enableCertificate, showCertificates } from './exchangeCmdlets.ts';

/** C1: does the certificate name the host that the federation calls? */
export const certificateNames: Check = {
  id: 'C1',
  title: 'Certificate names',
  group: 'Certificate',
  asks: 'The certificate that each address shows (a real TLS handshake where all is TLS 1.3); its names are compared with the host’s.',
  guidance: ['G11'],
  needs: ['N1'],
  considers: ['F1'],
  run: (context: CheckContext): Promise<Outcome> => judgeCertificates(context, (shown, judged) => judgeNames(context, shown, judged)),
};

async function judgeNames(context: CheckContext, shown: readonly NamedCertificate[], judged: JudgedCertificates): Promise<Judgement> {
  const wrong = shown.filter(({ answer }) => !answer.chain[0].coversHost);
  const [first] = wrong;
  if (first === undefined)
    return {
      verdict: 'pass',
      summary: `${nameOfAll(shown, judged.host)} names this host.${judged.note === undefined ? '' : ` ${judged.note}`}`,
    };
  const names = wrong.flatMap(({ answer }) => answer.chain[0].names);
  const shownNames = [...new Set(names)]
    .slice(0, 6)
    .map((name) => `"${name}"`)
    .join(', ');
  const summary = `${first.name} does not name this host; it ${shownNames === '' ? 'holds no names' : `is for ${shownNames}`}.`;
  if (await isInTheCloud(context, judged.host)) {
    return {
      verdict: 'info',
      summary,
      cause: 'The name leads to Exchange Online, which has no certificate for its customers’ domains; the lookup passes over it to its next step.',
    };
  }
  const wildcard = names.some((name) => name.startsWith('*.') && name.slice(2) === judged.host);
  return {
    verdict: 'fail',
    summary,
    cause: wildcard
      ? 'A wildcard certificate covers the names one level below it, not the domain itself.'
      : 'Another web site answers at this address, or the certificate was made without this name.',
    fix:
      `Use a certificate of a public CA that names "${judged.host}": ${showCertificates}; then ${enableCertificate}; on a ` +
      'load balancer, replace it there.',
  };
}

async function isInTheCloud(context: CheckContext, host: string): Promise<boolean> {
  if (context.subject.hosting === 'online') return true;
  const { aliases } = await resolveHost(context, host);
  return aliases.some((alias) => /(^|\.)(outlook\.com|office365\.com|office365\.us|outlook\.cn)$/.test(alias));
}
