import { X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import type { CertificateAnswer, CertificateFacts, CertificatePort, Failure } from '../checks/ports.ts';
import { addressFamily } from '../checks/wire/address.ts';
import { codeOf, type Connections } from './connection.ts';
import { certificateErrorOf, secured } from './tlsConnection.ts';
import type { TrustStore } from './trustStore.ts';

const longestChain = 10;
const mostNames = 100;

/** Handshakes by the TLS library with verification told apart from refusal, so that all findings are seen at once. */
export function createCertificatePort(connections: Connections, trust: () => TrustStore): CertificatePort {
  return {
    async handshake(to, host, probe) {
      const started = performance.now();
      const socket = await connections.open(to, probe);
      const way = (): { via: string; elapsedMs: number } => ({ via: connections.via(to), elapsedMs: Math.round(performance.now() - started) });
      if ('kind' in socket) return { ...socket, ...way() };
      const rest = Math.max(1, probe.timeoutMs - (performance.now() - started));
      const secure = await secured(socket, host, trust(), { signal: probe.signal, timeoutMs: rest });
      if ('kind' in secure) return { ...secure, ...way() };
      const answer = factsOf(secure, host, trust());
      secure.destroy();
      return { ...answer, ...way() };
    },
  };
}

function factsOf(secure: TLSSocket, host: string, trust: TrustStore): CertificateAnswer | Failure {
  try {
    const chain = chainOf(secure.getPeerCertificate(true));
    const [own, ...others] = chain;
    if (own === undefined) return { kind: 'failure', reason: 'handshake', code: 'no certificate' };
    const error = certificateErrorOf(secure);
    // The library looks at names last and only where all else is well, so this code never hides another one.
    const trustError = error === 'ERR_TLS_CERT_ALTNAME_INVALID' ? undefined : error;
    return {
      kind: 'certificate',
      chain: [facts(own, host), ...others.map((certificate) => facts(certificate, host))],
      ...(trustError === undefined ? {} : { trustError }),
      reachesTrustedRoot: reachesTrustedRoot(chain, trust),
      systemStoreRead: trust.systemStoreRead,
      protocol: secure.getProtocol() ?? '',
    };
  } catch (error) {
    return { kind: 'failure', reason: 'handshake', code: codeOf(error) || 'unreadable certificate' };
  }
}

/** What was sent, and the trusted root where the library found one for it. */
function chainOf(peer: DetailedPeerCertificate): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  const seen = new Set<string>();
  // Node ends the chain by letting a root be its own issuer, or by an object without content.
  let certificate: Partial<DetailedPeerCertificate> | undefined = peer;
  while (certificate?.raw !== undefined && chain.length < longestChain) {
    const read = new X509Certificate(certificate.raw);
    if (seen.has(read.fingerprint256)) break;
    seen.add(read.fingerprint256);
    chain.push(read);
    certificate = certificate.issuerCertificate;
  }
  return chain;
}

/** Signatures alone, since the library's single error code may speak of dates and hide whether the rest is well. */
function reachesTrustedRoot(chain: readonly X509Certificate[], trust: TrustStore): boolean {
  for (const [at, certificate] of chain.entries()) {
    if (trust.has(certificate)) return true;
    const issuer = chain[at + 1];
    if (issuer === undefined || !certificate.checkIssued(issuer) || !certificate.verify(issuer.publicKey)) return false;
  }
  return false;
}

function facts(certificate: X509Certificate, host: string): CertificateFacts {
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    names: dnsNames(certificate.subjectAltName),
    coversHost: covers(certificate, host),
    validFrom: Date.parse(certificate.validFrom),
    validTo: Date.parse(certificate.validTo),
    fingerprint: certificate.fingerprint256,
    selfSigned: certificate.subject === certificate.issuer && certificate.checkIssued(certificate),
  };
}

/** Subjects come one part a line; control characters of a stranger's certificate do not reach the screen. */
function oneLine(name: string): string {
  return name
    .split('\n')
    .join(', ')
    .replace(/\p{Cc}/gu, '')
    .slice(0, 500);
}

function covers(certificate: X509Certificate, host: string): boolean {
  return (addressFamily(host) === undefined ? certificate.checkHost(host) : certificate.checkIP(host)) !== undefined;
}

function dnsNames(subjectAltName: string | undefined): readonly string[] {
  return (subjectAltName ?? '')
    .split(', ')
    .filter((name) => name.startsWith('DNS:'))
    .slice(0, mostNames)
    .map((name) => oneLine(name.slice(4)));
}
