import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import type { CertificateFacts, CertificatePort, Failure } from '../checks/ports.ts';
import { readOcspAnswer, ocspRequest } from '../checks/wire/ocsp.ts';
import { readRevocationList } from '../checks/wire/revocationList.ts';
import { shownCertificates, type ChainReader } from '../checks/wire/shownCertificates.ts';
import { readCertificate, type X509 } from '../checks/wire/x509.ts';
import type { Connections } from './connection.ts';
import { readIssuer, rememberingVerifier } from './knownCertificates.ts';
import { hashOf, verifySignature } from './signatures.ts';
import { secured } from './tlsConnection.ts';
import { withoutAuthorities, type TrustStore } from './trustStore.ts';

const longestChain = 16;
const verify = rememberingVerifier(verifySignature);

/** Certificates by the engine's own reading; the TLS library only carries them where the server encrypts them. */
export function createCertificatePort(connections: Connections, trust: () => TrustStore): CertificatePort {
  const reader = (): ChainReader => ({ anchors: trust().anchors, hash: hashOf, verify, readIssuer });
  return {
    async handshake(to, host, probe) {
      const started = performance.now();
      const socket = await connections.open(to, probe);
      const way = (): { via: string; elapsedMs: number } => ({ via: connections.via(to), elapsedMs: Math.round(performance.now() - started) });
      if ('kind' in socket) return { ...socket, ...way() };
      const rest = Math.max(1, probe.timeoutMs - (performance.now() - started));
      let staple: Uint8Array | undefined;
      const heard = (answer: Buffer | null): void => void (staple = answer ?? undefined);
      const secure = await secured(socket, host, withoutAuthorities(), { signal: probe.signal, timeoutMs: rest }, heard);
      if ('kind' in secure) return { ...secure, ...way() };
      const sent = sentBy(secure);
      const protocol = secure.getProtocol() ?? '';
      secure.destroy();
      const answer = shownCertificates({ sent, host, protocol, reading: 'handshake', staple, now: Date.now() }, reader());
      return { ...(answer ?? unreadable), ...way() };
    },
    read: (chain) => shownCertificates(chain, reader()),
    ocspRequest: (own, issuer) => withBoth(own, issuer, (one, other) => ocspRequest(one, other, hashOf)),
    readOcspAnswer: (answer, own, issuer) =>
      withBoth(own, issuer, (one, other) => readOcspAnswer(answer, one, other, hashOf, verifySignature, Date.now())) ?? { kind: 'unreadable' },
    readRevocationList: (list, own, issuer) =>
      withBoth(own, issuer, (one, other) => readRevocationList(list, one, other, verifySignature)) ?? { kind: 'unreadable' },
  };
}

const unreadable: Failure = { kind: 'failure', reason: 'handshake', code: 'unreadable certificate' };

function withBoth<T>(own: CertificateFacts, issuer: CertificateFacts, use: (own: X509, issuer: X509) => T): T | undefined {
  const [one, other] = [readCertificate(own.raw), readCertificate(issuer.raw)];
  return one === undefined || other === undefined ? undefined : use(one, other);
}

/** Nothing but what was sent: the context of these handshakes holds no authorities that the library could add. */
function sentBy(secure: TLSSocket): readonly Uint8Array[] {
  const chain: Uint8Array[] = [];
  const seen = new Set<string>();
  // Node ends the chain by letting a root be its own issuer, or by an object without content.
  let certificate: Partial<DetailedPeerCertificate> | undefined = secure.getPeerCertificate(true);
  while (certificate?.raw !== undefined && chain.length < longestChain) {
    const fingerprint = certificate.fingerprint256 ?? '';
    if (seen.has(fingerprint)) break;
    seen.add(fingerprint);
    chain.push(certificate.raw);
    certificate = certificate.issuerCertificate;
  }
  return chain;
}
