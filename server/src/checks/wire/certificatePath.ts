/**
 * From a server's certificate to a trusted authority (RFC 5280 §6), over what the server sent. Own code, because the certificates come
 * from a handshake that is never finished, and because the TLS libraries add authorities of their own to what was sent.
 *
 * Errors carry the names that OpenSSL gives them, so that they can be looked up.
 */
import { sameBytes } from './der.ts';
import { violatedConstraint } from './nameConstraints.ts';
import type { SignatureAlgorithm, X509 } from './x509.ts';

/** Where an authority is known from: Mozilla's list, this machine's own store alone, or a file that the user or the route named. */
export type AnchorOrigin = 'mozilla' | 'system' | 'named';

export interface Anchor {
  readonly certificate: X509;
  readonly origin: AnchorOrigin;
}

export interface TrustAnchors {
  /** The trusted authorities with this subject. */
  named(subject: Uint8Array): readonly Anchor[];
  /** False where the machine's own store could not be read. */
  readonly systemStoreRead: boolean;
}

/** `unknown`: this process cannot compute that algorithm. */
export type SignatureState = 'good' | 'bad' | 'unknown';
export type VerifySignature = (signed: Uint8Array, signature: Uint8Array, algorithm: SignatureAlgorithm, publicKeyInfo: Uint8Array) => SignatureState;

export interface CertificatePath {
  /** The server's own certificate first, the authority's last; ends where no issuer was found. */
  readonly certificates: readonly [X509, ...X509[]];
  readonly anchor: AnchorOrigin | undefined;
  /** What is wrong apart from dates. */
  readonly error: string | undefined;
  /** `CERT_HAS_EXPIRED` or `CERT_NOT_YET_VALID`, of any certificate of the path. */
  readonly dateError: string | undefined;
}

const longestPath = 10;
/** A hostile set of certificates that all issue one another has more paths than anybody can try. */
const mostVerifications = 40;
const keyCertSign = 0x0400;
const forServers = ['1.3.6.1.5.5.7.3.1', '2.5.29.37.0', '2.16.840.1.113730.4.1', '1.3.6.1.4.1.311.10.3.3'];

/** @param now Milliseconds since 1970. */
export function findPath(
  own: X509,
  others: readonly X509[],
  anchors: TrustAnchors,
  verify: VerifySignature,
  now: number,
): CertificatePath {
  return new PathSearch(own, others, anchors, verify, now).best();
}

/** Whether a certificate may stand for a server: no extended key usage, or one that names servers. */
export function isForServers({ extendedKeyUsage }: Pick<X509, 'extendedKeyUsage'>): boolean {
  return extendedKeyUsage === undefined || extendedKeyUsage.some((usage) => forServers.includes(usage));
}

class PathSearch {
  readonly #own: X509;
  readonly #others: readonly X509[];
  readonly #anchors: TrustAnchors;
  readonly #verify: VerifySignature;
  readonly #now: number;
  readonly #found: CertificatePath[] = [];
  readonly #unverified = new Set<X509>();
  #left = mostVerifications;
  #longest: readonly [X509, ...X509[]];
  #badSignature = false;

  constructor(own: X509, others: readonly X509[], anchors: TrustAnchors, verify: VerifySignature, now: number) {
    this.#own = own;
    this.#others = others;
    this.#anchors = anchors;
    this.#verify = verify;
    this.#now = now;
    this.#longest = [own];
  }

  best(): CertificatePath {
    this.#go([this.#own]);
    const sound = this.#found.find(({ error, dateError }) => error === undefined && dateError === undefined);
    return sound ?? this.#found.find(({ error }) => error === undefined) ?? this.#found[0] ?? this.#incomplete();
  }

  #go(path: readonly [X509, ...X509[]]): void {
    const last = path.at(-1) ?? this.#own;
    const anchor = this.#anchors.named(last.subject).find(({ certificate }) => sameBytes(certificate.raw, last.raw));
    // An authority that another one signed as well is trusted for itself only where it signed itself, as the TLS libraries have it.
    if (anchor?.certificate.selfIssued === true) {
      const base = { certificates: path, anchor: anchor.origin };
      this.#found.push({ ...base, error: this.#fault(path), dateError: this.#dateError(path) });
      return;
    }
    if (path.length > this.#longest.length) this.#longest = path;
    if (path.length === longestPath) return;
    for (const issuer of this.#issuersOf(last)) {
      if (path.includes(issuer)) continue;
      this.#go([...path, issuer]);
      if (this.#found.some(({ error, dateError }) => error === undefined && dateError === undefined)) return;
    }
  }

  #issuersOf(certificate: X509): readonly X509[] {
    const known = this.#anchors.named(certificate.issuer).map((anchor) => anchor.certificate);
    const sent = this.#others.filter((other) => sameBytes(other.subject, certificate.issuer) && !known.some(({ raw }) => sameBytes(raw, other.raw)));
    return [...known, ...sent].filter((issuer) => {
      if (issuer === certificate || this.#left-- <= 0) return false;
      const state = this.#verify(certificate.signed, certificate.signature, certificate.algorithm, issuer.publicKeyInfo);
      if (state === 'unknown') this.#unverified.add(certificate);
      if (state === 'bad' && sent.includes(issuer)) this.#badSignature = true;
      return state !== 'bad';
    });
  }

  #incomplete(): CertificatePath {
    const path = this.#longest;
    const last = path.at(-1) ?? this.#own;
    const base = { certificates: path, anchor: undefined, dateError: this.#dateError(path) };
    if (last.selfIssued) return { ...base, error: path.length === 1 ? 'DEPTH_ZERO_SELF_SIGNED_CERT' : 'SELF_SIGNED_CERT_IN_CHAIN' };
    if (this.#badSignature) return { ...base, error: 'CERT_SIGNATURE_FAILURE' };
    return { ...base, error: path.length === 1 ? 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' : 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' };
  }

  #dateError(path: readonly X509[]): string | undefined {
    if (path.some(({ validTo }) => this.#now > validTo)) return 'CERT_HAS_EXPIRED';
    return path.some(({ validFrom }) => this.#now < validFrom) ? 'CERT_NOT_YET_VALID' : undefined;
  }

  #fault(path: readonly X509[]): string | undefined {
    const beneath = path.slice(0, -1);
    for (const [at, certificate] of path.entries()) {
      const isAnchor = at === path.length - 1;
      if (at > 0) {
        // Authorities from the time of version 1 have no basic constraints; only the store can vouch for them.
        if (certificate.authority === undefined ? !isAnchor : !certificate.authority.isAuthority) return 'INVALID_CA';
        if (certificate.keyUsage !== undefined && (certificate.keyUsage & keyCertSign) === 0) return 'INVALID_CA';
        const between = path.slice(1, at).filter(({ selfIssued }) => !selfIssued).length;
        if (between > (certificate.authority?.pathLength ?? Number.POSITIVE_INFINITY)) return 'PATH_LENGTH_EXCEEDED';
      }
      if (!isAnchor && !isForServers(certificate)) return 'INVALID_PURPOSE';
      if (!isAnchor && certificate.unknownCritical.length > 0) return 'UNHANDLED_CRITICAL_EXTENSION';
      const violated = certificate.nameConstraints === undefined || at === 0 ? undefined : violatedConstraint(this.#own, certificate.nameConstraints);
      if (violated !== undefined) return violated;
    }
    return beneath.some((certificate) => this.#unverified.has(certificate)) ? 'SIGNATURE_NOT_VERIFIED' : undefined;
  }
}

/** Whether this certificate covers a host: by its DNS names, or by its common name where it has none of those. */
export function coversName({ dnsNames, commonName }: Pick<X509, 'dnsNames' | 'commonName'>, host: string): boolean {
  const wanted = host.toLowerCase();
  const parent = wanted.slice(wanted.indexOf('.') + 1);
  return (dnsNames ?? (commonName === undefined ? [] : [commonName])).some((name) => {
    const own = name.toLowerCase().replace(/\.$/, '');
    // RFC 6125 §6.4.3: a wildcard stands for one label, the first one.
    return own === wanted || (own.startsWith('*.') && own.slice(2) === parent && parent.includes('.') && parent !== wanted);
  });
}

/** An address as the 4 or 16 bytes that a certificate writes. */
export function coversAddress({ addresses }: Pick<X509, 'addresses'>, bytes: Uint8Array): boolean {
  return addresses.some((address) => sameBytes(address, bytes));
}
