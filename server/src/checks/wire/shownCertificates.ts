/** What the checks judge of the certificates that a server sent, from their bytes. */
import type { CertificateAnswer, CertificateFacts } from '../ports.ts';
import { addressBytes, addressFamily } from './address.ts';
import { coversAddress, coversName, findPath, isForServers, type TrustAnchors, type VerifySignature } from './certificatePath.ts';
import { hexadecimal } from './der.ts';
import { plain } from './distinguishedName.ts';
import type { HashFunction } from './ocsp.ts';
import { algorithmWords, isBroken } from './signatureAlgorithms.ts';
import { readCertificate, type X509 } from './x509.ts';

const mostNames = 100;
const mostCertificates = 16;

export interface ChainReader {
  readonly anchors: TrustAnchors;
  readonly hash: HashFunction;
  readonly verify: VerifySignature;
  /** Reads a certificate that others send as well. */
  readonly readIssuer: (bytes: Uint8Array) => X509 | undefined;
}

export interface SentChain {
  /** The server's own first, as DER. */
  readonly sent: readonly Uint8Array[];
  /** Certificates that were found elsewhere and may complete the path. */
  readonly further?: readonly Uint8Array[];
  readonly host: string;
  /** E.g. `TLSv1.2`. */
  readonly protocol: string;
  readonly reading: CertificateAnswer['reading'];
  readonly staple?: Uint8Array | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** `undefined` where the first certificate cannot be read; one behind it that cannot be read is left out. */
export function shownCertificates(chain: SentChain, reader: ChainReader): CertificateAnswer | undefined {
  const { host, protocol, reading, staple, now } = chain;
  const read = (certificates: readonly Uint8Array[]): readonly X509[] => certificates.slice(0, mostCertificates).flatMap((raw) => reader.readIssuer(raw) ?? []);
  const own = chain.sent[0] === undefined ? undefined : readCertificate(chain.sent[0]);
  if (own === undefined) return undefined;
  const others = read(chain.sent.slice(1));
  const path = findPath(own, [...others, ...read(chain.further ?? [])], reader.anchors, reader.verify, now);
  const known = new Map<X509, CertificateFacts>();
  const facts = (certificate: X509): CertificateFacts => {
    const before = known.get(certificate) ?? factsOf(certificate, host, reader);
    known.set(certificate, before);
    return before;
  };
  const [first, ...issuers] = path.certificates;
  const error = path.error ?? path.dateError;
  return {
    kind: 'certificate',
    chain: [facts(first), ...issuers.map(facts)],
    sent: [own, ...others].map(facts),
    reading,
    ...(error === undefined ? {} : { trustError: error }),
    reachesTrustedRoot: path.anchor !== undefined && path.error === undefined,
    ...(path.anchor === undefined ? {} : { anchor: path.anchor }),
    systemStoreRead: reader.anchors.systemStoreRead,
    protocol,
    ...(staple === undefined ? {} : { staple }),
  };
}

function factsOf(certificate: X509, host: string, { hash, verify }: ChainReader): CertificateFacts {
  const address = addressFamily(host) === undefined ? undefined : addressBytes(host);
  return {
    subject: certificate.subjectText,
    issuer: certificate.issuerText,
    names: (certificate.dnsNames ?? []).slice(0, mostNames).map(plain),
    nameCount: certificate.dnsNames?.length ?? 0,
    coversHost: address === undefined ? coversName(certificate, host) : coversAddress(certificate, address),
    validFrom: certificate.validFrom,
    validTo: certificate.validTo,
    fingerprint: (hexadecimal(hash('SHA-256', certificate.raw)).toUpperCase().match(/../g) ?? []).join(':'),
    selfSigned:
      certificate.selfIssued && verify(certificate.signed, certificate.signature, certificate.algorithm, certificate.publicKeyInfo) !== 'bad',
    raw: certificate.raw,
    key: certificate.key,
    signature: algorithmWords(certificate.algorithm),
    brokenSignature: isBroken(certificate.algorithm),
    forServers: isForServers(certificate),
    mustStaple: certificate.mustStaple,
    logged: certificate.logged,
    ocspUrls: certificate.ocspUrls,
    issuerUrls: certificate.issuerUrls,
    crlUrls: certificate.crlUrls,
  };
}
