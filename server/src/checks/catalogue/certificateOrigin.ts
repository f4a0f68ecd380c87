import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { day } from '../probes/certificate.ts';
import { completedChain } from '../probes/completedChain.ts';
import { judgeCertificates, nameOfAll, worstOf, type Judgement, type NamedCertificate } from './certificates.ts';

/** C8: is this the certificate that others see, and is it the same at every address? */
export const certificateOrigin: Check = {
  id: 'C8',
  title: 'Certificate origin',
  group: 'Certificate',
  asks: 'The same certificates side by side, and who issued them: a device that inspects TLS on the way shows one of its own.',
  guidance: ['G11'],
  needs: ['N1'],
  considers: ['F1'],
  run: (context: CheckContext): Promise<Outcome> =>
    judgeCertificates(context, async (shown, { host }) => {
      const judgements = [...(await Promise.all(shown.map((certificate) => judgeOrigin(context, host, certificate)))), judgeNodes(context, shown, host)];
      return worstOf(judgements, ['warn', 'unknown', 'info']) ?? { verdict: 'pass', summary: pass(shown, host) };
    }),
};

/** Names that devices and programs which inspect TLS give to the authorities that they make. Public authorities are told apart before. */
const inspectors = [
  'zscaler', 'fortinet', 'fortigate', 'palo alto', 'pan-os', 'blue coat', 'proxysg', 'sophos', 'check point', 'umbrella', 'ironport',
  'netskope', 'forcepoint', 'websense', 'mcafee', 'skyhigh', 'barracuda', 'watchguard', 'sonicwall', 'untangle', 'smoothwall',
  'lightspeed', 'iboss', 'cato networks', 'kaspersky', 'eset ssl', 'avast', 'avg web', 'avg mail', 'bitdefender', 'mitmproxy',
  'charles proxy', 'fiddler', 'portswigger', 'ssl inspection', 'tls inspection', 'https inspection', 'bluecoat', 'checkpoint',
];

function pass(shown: readonly NamedCertificate[], host: string): string {
  const isNamed = shown.some(({ answer }) => answer.anchor === 'named');
  const who = isNamed ? 'an authority that the settings or the route name' : 'a public authority';
  return `${nameOfAll(shown, host)} was issued by ${who}${shown.length > 1 ? ' and is the same at every address' : ''}.`;
}

async function judgeOrigin(context: CheckContext, host: string, { answer, name }: NamedCertificate): Promise<Judgement> {
  const { answer: completed } = await completedChain(context, host, answer);
  const [own] = completed.chain;
  if (completed.anchor === 'mozilla' || completed.anchor === 'named') return { verdict: 'pass', summary: `${name} was issued by a known authority.` };
  const issuers = [...completed.chain.slice(1).map(({ subject }) => subject), completed.chain.at(-1)?.issuer ?? ''];
  const inspector = issuers.find((issuer) => inspectors.some((name) => issuer.toLowerCase().includes(name)));
  if (inspector !== undefined) {
    return {
      verdict: 'warn',
      summary: `${name} was issued by "${inspector.slice(0, 120)}", which sounds like a device that inspects TLS.`,
      cause:
        'Something between this machine and the partner opens the connection and shows a certificate of its own; then C1–C7 and T1–T4 speak of ' +
        'that device, not of the partner. Or the partner’s own publisher shows the certificate with which it was delivered.',
      fix:
        'Run the checks from a network without TLS inspection: what is the same there is the partner’s own. Or have the partner’s hosts exempted from it; Exchange servers need that ' +
        'exemption as well.',
    };
  }
  if (completed.anchor === 'system') {
    return {
      verdict: 'info',
      summary: `${name} was issued by "${completed.chain.at(-1)?.subject.slice(0, 120) ?? ''}", which only this machine’s own store knows.`,
      cause: own.logged
        ? 'It stands in the public logs, so the authority is a public one that Mozilla does not list.'
        : 'A private authority that was distributed to this machine; or a device in this network that inspects TLS and shows its own certificates.',
      fix: 'Compare the fingerprint in the evidence with the partner’s.',
    };
  }
  if (own.selfSigned) return { verdict: 'info', summary: `${name} signed itself; nothing tells who made it (C2).` };
  return {
    verdict: 'info',
    summary: `${name} was issued by "${own.issuer.slice(0, 120)}", which no store here knows.`,
    cause: 'A private authority of the partner, or a device on the way that shows a certificate of its own; from here they look alike (C2).',
  };
}

/** Nodes may have certificates of their own; one that was forgotten at a renewal is told by its names, and by its own renewal being due. */
function judgeNodes(context: CheckContext, shown: readonly NamedCertificate[], host: string): Judgement {
  const own = shown.map(({ answer }) => answer.chain[0]);
  const different = [...new Map(own.map((certificate) => [certificate.fingerprint, certificate])).values()];
  const [first, ...others] = different.toSorted((one, other) => one.validTo - other.validTo);
  if (first === undefined || others.length === 0) return { verdict: 'pass', summary: `${nameOfAll(shown, host)} is the same at every address.` };
  // Nodes that renew by themselves do so at different times: none is forgotten while its own renewal is not due.
  const isDue = first.validTo - context.ports.clock.now() < (first.validTo - first.validFrom) / 3;
  const forgotten = others.find(
    (other) =>
      isDue &&
      other.names.join() === first.names.join() &&
      other.issuer === first.issuer &&
      other.validFrom > first.validFrom + (first.validTo - first.validFrom) / 2,
  );
  const ends = different.map((certificate) => `until ${day(certificate.validTo)} (${certificate.fingerprint.slice(0, 23)}…)`).join(', ');
  const summary = `The addresses of "${host}" show ${different.length} different certificates: ${ends}.`;
  if (forgotten !== undefined) {
    return {
      verdict: 'warn',
      summary,
      cause: 'They have the same names and issuer, and one is much newer: a renewal did not reach every node.',
      fix: 'Put the new certificate on every node, and on every load balancer.',
    };
  }
  return { verdict: 'info', summary, cause: 'Each is judged for itself in C1–C7; a renewal has to reach each of them.' };
}
