import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { day } from '../probes/certificate.ts';
import { judgeCertificates, type Judgement, type NamedCertificate } from './certificates.ts';
import { enableCertificate, showCertificates } from './exchangeCmdlets.ts';

/** C3: is the certificate within its dates, and how much of its life is left? */
export const certificateDates: Check = {
  id: 'C3',
  title: 'Certificate dates',
  group: 'Certificate',
  asks: 'The same certificates: the dates of the server’s own certificate.',
  guidance: ['G11'],
  needs: ['N1'],
  considers: ['F1'],
  run,
};

const dayMs = 86_400_000;

function run(context: CheckContext): Promise<Outcome> {
  const now = context.ports.clock.now();
  return judgeCertificates(context, (shown) => {
    // Nodes may hold different certificates; the one that ends first decides.
    const first = shown.reduce((one, other) => (own(other).validTo < own(one).validTo ? other : one));
    const future = shown.find((each) => own(each).validFrom > now);
    return judgeDates(future ?? first, now);
  });
}

function own({ answer }: NamedCertificate): NamedCertificate['answer']['chain'][0] {
  return answer.chain[0];
}

/** Judged by the share of life left: a 47-day certificate is as healthy as a yearly one. */
function judgeDates(certificate: NamedCertificate, now: number): Judgement {
  const { name } = certificate;
  const { validFrom, validTo } = own(certificate);
  const renew = `Renew the certificate and put it on every server and load balancer: ${showCertificates}; then ${enableCertificate}.`;
  if (!Number.isFinite(validFrom) || !Number.isFinite(validTo)) return { verdict: 'unknown', summary: `${name} has dates that cannot be read.` };
  if (now > validTo)
    return {
      verdict: 'fail',
      summary: `${name} expired on ${day(validTo)}.`,
      cause: 'It was not renewed, or the new one was not put on this server.',
      fix: renew,
    };
  if (now < validFrom) {
    return {
      verdict: 'fail',
      summary: `${name} is not valid before ${day(validFrom)}.`,
      cause: 'The certificate was put in use too early, or this machine’s clock is wrong.',
      fix: 'Check the clock of this machine, then the certificate’s dates.',
    };
  }
  const left = validTo - now;
  const share = left / (validTo - validFrom);
  const days = Math.floor(left / dayMs);
  const summary = `${name} is valid until ${day(validTo)}, for another ${days} ${days === 1 ? 'day' : 'days'}.`;
  if (share < 0.1 || left < 7 * dayMs)
    return { verdict: 'warn', summary, cause: 'Less than a tenth of its life, or less than a week, is left.', fix: renew };
  if (share < 1 / 3) return { verdict: 'info', summary, cause: 'Less than a third of its life is left; renewal is due soon.' };
  return { verdict: 'pass', summary };
}
