/**
 * What the engine needs of the world. The engine and its checks know nothing else: no socket, no timer, no Node.
 *
 * Every port call ends by itself within `timeoutMs`, or at once when its cancellation fires; none of them throws for what the
 * other side does. What came is told apart in the result, because "refused" and "silent" lead to different sentences.
 */

import type { AnchorOrigin } from './wire/certificatePath.ts';
import type { OcspAnswer } from './wire/ocsp.ts';
import type { PublicKeyFacts } from './wire/publicKey.ts';
import type { RevocationList } from './wire/revocationList.ts';
import type { SentChain } from './wire/shownCertificates.ts';

/** The part of an AbortSignal that is used; declared here because this layer has no DOM or Node types. */
export interface Cancellation {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Limits of one probe. */
export interface Probe {
  readonly signal: Cancellation;
  readonly timeoutMs: number;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `callback` after `ms`; the answer takes it back. */
  after(ms: number, callback: () => void): () => void;
}

export interface Random {
  /** Unpredictable bytes. */
  bytes(length: number): Uint8Array;
}

/** How a probe ended where it brought no answer. */
export interface Failure {
  readonly kind: 'failure';
  readonly reason:
    | 'timeout'
    | 'refused'
    | 'reset'
    | 'closed'
    /** The address cannot be reached from this machine: no route, or no IPv6 here. */
    | 'unreachable'
    /** Private or loopback address, not dialled. */
    | 'forbidden'
    | 'cancelled'
    /** The peer broke the protocol (not TLS, not HTTP, not DNS). */
    | 'nonsense'
    /** It speaks HTTP, with a mistake at which this reader stops; others may get past it. `code` says which. */
    | 'malformed'
    /** The TLS handshake failed. */
    | 'handshake'
    /** A proxy on this side did not open the way; `code` says why. It says nothing of the peer. */
    | 'proxy'
    /** More came than these ports read; `code` says of what. It says nothing against the peer. */
    | 'limit'
    | 'error';
  /** The system's or library's own code, e.g. `ECONNREFUSED`; `mid-answer` where an answer was cut off after its headers. */
  readonly code: string;
}

/** Fields that every answer and every failure of a probe has. */
export interface Way {
  /** Resolver, address and family, proxy or direct, named route. */
  readonly via: string;
  readonly elapsedMs: number;
}

export type DnsType = 'A' | 'AAAA' | 'CNAME' | 'TXT' | 'SRV' | 'MX' | 'NS' | 'SOA';

/** Bits of an answer's header: authoritative, cut short, recursion available, validated by the resolver (DNSSEC). */
export type DnsFlag = 'AA' | 'TC' | 'RA' | 'AD';

export interface DnsRecord {
  readonly name: string;
  readonly type: DnsType;
  /**
   * An address, a name without trailing dot, a TXT record's strings joined without a separator, or the fields in the order of a zone
   * file: SRV `priority weight port target`, MX `preference exchange`, SOA `primary responsible serial …`. The root is `.`.
   */
  readonly value: string;
  /** Seconds. */
  readonly ttl: number;
}

export interface DnsAnswer {
  readonly kind: 'answer';
  /** `NOERROR`, `NXDOMAIN`, `SERVFAIL`, … */
  readonly rcode: string;
  readonly records: readonly DnsRecord[];
  /** The authority section: the zone's SOA where there is no such name or record, NS records of a referral. */
  readonly authority: readonly DnsRecord[];
  readonly flags: readonly DnsFlag[];
  readonly transport: 'udp' | 'tcp' | 'https';
}

export interface DnsQuestion {
  /** A name of ASCII labels. */
  readonly name: string;
  readonly type: DnsType;
  /** This server and no resolver, which says what it knows itself. A private address is refused like any other that DNS gives. */
  readonly at?: Endpoint;
  /** The resolver shall give what it found without looking at signatures (CD), to tell a broken one from a missing answer. */
  readonly unchecked?: true;
}

export interface DnsPort {
  query(question: DnsQuestion, probe: Probe): Promise<(DnsAnswer | Failure) & Way>;
}

/** An address and port as DNS and plan give them, before any route. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
  /** The name whose address it is, where there is one: exceptions from a proxy are written by name. */
  readonly host?: string;
}

/** `byName`: a proxy was given the name instead, so all addresses of a host are one and the same way. */
export interface OpenPort {
  readonly kind: 'open';
  readonly byName?: true;
}

export interface TcpPort {
  /**
   * @param to `plain`: for plain HTTP. Where that goes by a proxy it is a request to the proxy, and open is what leads there: most proxies
   * open no way but to port 443.
   */
  connect(to: Endpoint & { readonly plain?: true }, probe: Probe): Promise<(OpenPort | Failure) & Way>;
}

export interface ExchangePort {
  /**
   * Sends bytes and collects what comes until `enough` says so, the peer ends, or 96 KB have come. `bytes` may be empty.
   * A probe that was connected but not answered ends as `silent`.
   */
  exchange(
    to: Endpoint,
    send: Uint8Array,
    enough: (bytes: Uint8Array) => boolean,
    probe: Probe,
  ): Promise<
    ({ readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly end: 'enough' | 'closed' | 'reset' | 'silent' | 'limit' } | Failure) & Way
  >;
}

export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  /** DNS names of the subject alternative name, at most 100. */
  readonly names: readonly string[];
  /** How many there are in all. */
  readonly nameCount: number;
  /** Whether the certificate covers the host that was asked for. */
  readonly coversHost: boolean;
  /** Milliseconds since 1970. */
  readonly validFrom: number;
  readonly validTo: number;
  /** SHA-256 over the certificate, hexadecimal with colons. */
  readonly fingerprint: string;
  readonly selfSigned: boolean;
  /** The certificate itself, as DER. */
  readonly raw: Uint8Array;
  readonly key: PublicKeyFacts;
  /** `RSA with SHA-256` */
  readonly signature: string;
  /** The signature's hash is SHA-1 or older. */
  readonly brokenSignature: boolean;
  /** Its extended key usage does not rule servers out. */
  readonly forServers: boolean;
  /** It demands a stapled OCSP answer (RFC 7633). */
  readonly mustStaple: boolean;
  /** It carries receipts of certificate transparency logs. */
  readonly logged: boolean;
  /** Addresses that it names for its status, its issuer's certificate, and its issuer's revocation list. */
  readonly ocspUrls: readonly string[];
  readonly issuerUrls: readonly string[];
  readonly crlUrls: readonly string[];
}

export interface CertificateAnswer {
  readonly kind: 'certificate';
  /** The server's own certificate first, then its issuers as far as they were sent or found, a trusted authority last. */
  readonly chain: readonly [CertificateFacts, ...CertificateFacts[]];
  /** What the server sent, the server's own certificate first. */
  readonly sent: readonly CertificateFacts[];
  /** `clear`: the Certificate message itself. `handshake`: by a finished handshake, whose library leaves out what does not belong to the chain. */
  readonly reading: 'clear' | 'handshake';
  /** OpenSSL's name for what is wrong with the chain, e.g. `DEPTH_ZERO_SELF_SIGNED_CERT`; names and key sizes are not part of it. */
  readonly trustError?: string;
  /** Signatures lead to a trusted root, whatever the dates say. */
  readonly reachesTrustedRoot: boolean;
  /** Where that root is known from. */
  readonly anchor?: AnchorOrigin;
  /** False where the machine's own store could not be read: an unknown root is then no finding. */
  readonly systemStoreRead: boolean;
  /** E.g. `TLSv1.2`. */
  readonly protocol: string;
  /** The stapled OCSP answer. */
  readonly staple?: Uint8Array;
}

/** Certificates and what is said of them; all but the handshake is reckoned without the network. */
export interface CertificatePort {
  /** A real handshake with `host` as server name, for servers that encrypt their certificates; nothing is sent after it. */
  handshake(to: Endpoint, host: string, probe: Probe): Promise<(CertificateAnswer | Failure) & Way>;
  /** Judges certificates that were sent in the clear; `undefined` where the first one cannot be read. */
  read(chain: SentChain): CertificateAnswer | undefined;
  /** The question for an OCSP responder. */
  ocspRequest(own: CertificateFacts, issuer: CertificateFacts): Uint8Array | undefined;
  readOcspAnswer(answer: Uint8Array, own: CertificateFacts, issuer: CertificateFacts): OcspAnswer;
  readRevocationList(list: Uint8Array, own: CertificateFacts, issuer: CertificateFacts): RevocationList;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly secure: boolean;
  readonly host: string;
  readonly to: Endpoint;
  /** Path and query, beginning with `/`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Wants the body as bytes, at most so many, instead of as text. */
  readonly mostBytes?: number;
}

export interface HttpAnswer {
  readonly kind: 'http';
  readonly status: number;
  readonly statusText: string;
  /** Lower-case names; repeated headers keep their lines. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** At most 256 KB, decoded. */
  readonly body: string;
  /** The body of a request with `mostBytes`, which has no text then. */
  readonly bytes?: Uint8Array;
  readonly truncated: boolean;
  /** Only the connection's end ended the body, so whether it is whole cannot be told (RFC 9112 §8). */
  readonly openEnded?: true;
  /** The `Content-Encoding` by which the body could not be decoded; the body is then empty. */
  readonly undecoded?: string;
  /** Of a TLS connection whose certificate would not have been accepted for this host, the reason's code. */
  readonly certificateError?: string;
  /** Beside `certificateError`: false where the machine's own store could not be read, so that an unknown root is no finding. */
  readonly systemStoreRead?: boolean;
}

export interface HttpPort {
  /** One HTTP/1.1 request on a connection of its own; redirects are not followed; `timeoutMs` covers the whole of it. */
  request(request: HttpRequest, probe: Probe & { readonly connectTimeoutMs: number }): Promise<(HttpAnswer | Failure) & Way>;
}

export interface Ports {
  readonly clock: Clock;
  readonly random: Random;
  readonly dns: DnsPort;
  /** The resolvers inside one's own network, where the settings name them: for comparison only. */
  readonly innerDns?: DnsPort;
  readonly tcp: TcpPort;
  readonly exchange: ExchangePort;
  readonly certificate: CertificatePort;
  readonly http: HttpPort;
}
