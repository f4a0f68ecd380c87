/** A world without sockets: what DNS, ports, TLS and HTTP of a partner would say, as plain values that a test changes. */
import type { CheckId, CheckRequest, CheckResult, CheckSubject } from '../../server/src/protocol/checks.ts';
import { runChecks } from '../../server/src/checks/index.ts';
import type { CertificateAnswer, CertificateFacts, Clock, DnsAnswer, DnsRecord, DnsType, Failure, HttpAnswer, HttpRequest, Ports, Probe } from '../../server/src/checks/ports.ts';
import type { OcspAnswer } from '../../server/src/checks/wire/ocsp.ts';
import type { RevocationList } from '../../server/src/checks/wire/revocationList.ts';
import { addressAndPort } from '../../server/src/checks/wire/address.ts';
import { bytesOf, serverHello } from './helloBytes.ts';

export const now = Date.parse('2026-03-02T09:00:00Z');
const day = 86_400_000;

/** Time stands still until a test moves it; timers up to `fireUpTo` fire at once. */
export class FakeClock implements Clock {
  time = now;
  readonly fireUpTo: number;
  #timers: { readonly at: number; readonly callback: () => void }[] = [];

  constructor(fireUpTo = 0) {
    this.fireUpTo = fireUpTo;
  }

  now(): number {
    return this.time;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.time + ms, callback };
    if (ms <= this.fireUpTo) queueMicrotask(callback);
    else this.#timers.push(timer);
    return () => (this.#timers = this.#timers.filter((other) => other !== timer));
  }

  advance(ms: number): void {
    this.time += ms;
    const due = this.#timers.filter((timer) => timer.at <= this.time);
    this.#timers = this.#timers.filter((timer) => timer.at > this.time);
    for (const timer of due) timer.callback();
  }

  get waiting(): number {
    return this.#timers.length;
  }
}

export function failure(reason: Failure['reason'], code = ''): Failure {
  return { kind: 'failure', reason, code };
}

export interface FakeCertificate extends Partial<Omit<CertificateFacts, 'coversHost'>> {
  /** Where its authority is known from; Mozilla unless there is a trust error. */
  readonly anchor?: CertificateAnswer['anchor'];
  /** What stands above it in the path, and what was sent; one issuer in both where not given. */
  readonly issuers?: readonly Partial<CertificateFacts>[];
  readonly sentIssuers?: readonly Partial<CertificateFacts>[];
  readonly staple?: Uint8Array;
  readonly reading?: CertificateAnswer['reading'];
  readonly trustError?: string;
  readonly reachesTrustedRoot?: boolean;
  readonly systemStoreRead?: boolean;
}

export type Response = Partial<Omit<HttpAnswer, 'kind' | 'headers'>> & { readonly headers?: Readonly<Record<string, string | readonly string[]>> };
export type Answerer = (request: HttpRequest) => Response | Failure | Promise<Response | Failure>;
/** What a port says to a hello: raw bytes and how the connection ended. */
export type HelloReply = { readonly bytes: string; readonly end?: 'closed' | 'reset' | 'silent' } | Failure;

export class FakeWorld {
  readonly clock: FakeClock;
  /** `"A name"` to values, an rcode, or a failure. CNAME values are written `→ target` and followed by the target's addresses. */
  dns: Record<string, readonly string[] | string | Failure> = {
    'A autodiscover.a.example': ['192.0.2.10'],
    'AAAA autodiscover.a.example': ['2001:db8::10'],
    'A a.example': ['192.0.2.80'],
    'A mail.a.example': ['192.0.2.20'],
    'TXT a.example': ['v=spf1 -all', proof],
    'A ca.example': ['192.0.2.70'],
    'MX a.example': ['10 mail.a.example'],
    'NS a.example': ['ns1.a.example'],
    'A ns1.a.example': ['192.0.2.53'],
    'A autodiscover-s.outlook.com': ['198.51.100.1'],
    'A nexus.microsoftonline-p.com': ['198.51.100.2'],
    'A login.microsoftonline.com': ['198.51.100.2'],
    'A domains.live.com': ['198.51.100.2'],
  };
  /** What name servers say themselves, as in `dns`, with `@address` behind the name; what the resolver says where nothing stands here. */
  nameServers: Record<string, readonly string[] | string | Failure> = {};
  /** What the resolver says without checking signatures, where that is otherwise. */
  unchecked: Record<string, readonly string[]> = {};
  /** Names as resolvers inside one's own network see them; none where there are no such resolvers. */
  innerDns: Record<string, readonly string[] | string | Failure> | undefined;
  /** The authority section of answers to a question, e.g. a zone's SOA where a name is not there. */
  authority: Record<string, readonly DnsRecord[]> = {};
  /** Failures by `address:port`; everything else is open. */
  tcp: Record<string, Failure> = {};
  /** Hex of the answer to each version's hello; by address where a key is `address version`. */
  hello: Record<string, HelloReply> = {
    '1.0': { bytes: '15 03 01 00 02 02 46' },
    '1.1': { bytes: '15 03 02 00 02 02 46' },
    '1.2': { bytes: serverHello(0x0303, 0xc02f) },
    '1.3': { bytes: serverHello(0x0304, 0x1301) },
  };
  /** By host, or by `host address` where its nodes differ; a failure where no handshake comes about. */
  certificates: Record<string, FakeCertificate | Failure> = {};
  /** By host, the chain with the issuers that were fetched. */
  completed: Record<string, (further: readonly Uint8Array[]) => CertificateAnswer | undefined> = {};
  /** What each OCSP answer and each revocation list says. */
  ocsp: OcspAnswer = { kind: 'status', status: 'good', thisUpdate: now - day, nextUpdate: now + day, signature: 'good' };
  revocationList: RevocationList = { kind: 'list', revoked: false, thisUpdate: now - day, nextUpdate: now + day, signature: 'good' };
  /** The authority's host, `ca.example` port 80, by path. */
  certificateAuthority: Answerer = () => ({ bytes: new Uint8Array(1) });
  http: Answerer = healthyPartner;
  readonly asked: string[] = [];

  constructor(clock = new FakeClock(2_000)) {
    this.clock = clock;
  }

  ports(): Ports {
    const way = (via: string): { via: string; elapsedMs: number } => ({ via, elapsedMs: 1 });
    return {
      clock: this.clock,
      random: { bytes: (length) => new Uint8Array(length).fill(7) },
      dns: {
        query: ({ name, type, at, unchecked }) => {
          const found = unchecked === true ? this.unchecked[`${type} ${name}`] : undefined;
          if (found !== undefined) return Promise.resolve({ ...this.#resolve({ [`${type} ${name}`]: found }, name, type), ...way('fake resolver') });
          if (at === undefined) return Promise.resolve({ ...this.#resolve(this.dns, name, type), ...way('fake resolver') });
          const own = this.nameServers[`${type} ${name} @${at.address}`];
          const answer = this.#resolve(own === undefined ? this.dns : { [`${type} ${name}`]: own }, name, type);
          return Promise.resolve({ ...answer, ...('rcode' in answer ? { flags: ['AA'] as const } : {}), ...way(`fake name server ${at.address}`) });
        },
      },
      ...(this.innerDns === undefined
        ? {}
        : { innerDns: { query: ({ name, type }) => Promise.resolve({ ...this.#resolve(this.innerDns ?? {}, name, type), ...way('fake inner resolver') }) } }),
      tcp: {
        connect: (to) => {
          const target = addressAndPort(to.address, to.port);
          this.asked.push(`connect ${target}`);
          return Promise.resolve({ ...(this.tcp[target] ?? ({ kind: 'open' } as const)), ...way(target) });
        },
      },
      exchange: {
        exchange: (to, send) => {
          const version = versionOf(send);
          this.asked.push(`hello ${version} ${to.address}`);
          const reply = this.hello[`${to.address} ${version}`] ?? this.hello[version] ?? failure('timeout');
          if ('kind' in reply) return Promise.resolve({ ...reply, ...way(to.address) });
          return Promise.resolve({ kind: 'bytes', bytes: bytesOf(reply.bytes), end: reply.end ?? 'enough', ...way(to.address) } as const);
        },
      },
      certificate: {
        handshake: (to, host) => Promise.resolve({ ...this.#certificate(host, to.address), ...way(to.address) }),
        read: ({ host, further }) => (further === undefined ? undefined : this.completed[host]?.(further)),
        ocspRequest: () => new Uint8Array(1),
        readOcspAnswer: () => this.ocsp,
        readRevocationList: () => this.revocationList,
      },
      http: { request: (request, probe) => this.#request(request, probe) },
    };
  }

  /** Runs checks on one subject and gives the results by id. */
  async run(subject: Partial<CheckSubject> = {}, request: Partial<CheckRequest> = {}): Promise<Readonly<Record<CheckId, CheckResult>>> {
    const results = await runChecks({ subjects: [subjectOf(subject)], ...request }, this.ports(), () => undefined, new AbortController().signal);
    return Object.fromEntries(results.map((result) => [result.check, result])) as Record<CheckId, CheckResult>;
  }

  #resolve(names: FakeWorld['dns'], name: string, type: DnsType): ReturnType<typeof answered> | Failure {
    this.asked.push(`dns ${type} ${name}`);
    const known = names[`${type} ${name}`];
    if (known === undefined) {
      const exists = Object.entries(names).some(([key, value]) => key.endsWith(` ${name}`) && Array.isArray(value));
      return answered(exists ? 'NOERROR' : 'NXDOMAIN', [], this.authority[`${type} ${name}`]);
    }
    if (typeof known === 'string') return answered(known, []);
    if ('kind' in known) return known;
    const alias = known[0]?.startsWith('→ ') ? known[0].slice(2) : undefined;
    if (alias === undefined)
      return answered(
        'NOERROR',
        known.map((value) => ({ name, type, value, ttl: 300 })),
        this.authority[`${type} ${name}`],
      );
    return answered('NOERROR', [
      { name, type: 'CNAME', value: alias, ttl: 300 },
      ...known.slice(1).map((value) => ({ name: alias, type, value, ttl: 60 })),
    ]);
  }

  #certificate(host: string, address: string): ReturnType<typeof certificateAnswer> | Failure {
    const own = this.certificates[`${host} ${address}`] ?? this.certificates[host] ?? {};
    return 'kind' in own ? own : certificateAnswer(host, own);
  }

  async #request(request: HttpRequest, _probe: Probe): ReturnType<Ports['http']['request']> {
    this.asked.push(`${request.host === 'ca.example' ? 'authority: ' : ''}${request.method} ${request.secure ? 'https' : 'http'}://${request.host}${request.path}`);
    const response = await (request.host === 'ca.example' ? this.certificateAuthority(request) : this.http(request));
    const way = { via: request.to.address, elapsedMs: 1 };
    if ('kind' in response) return { ...response, ...way };
    const headers = new Map(Object.entries(response.headers ?? {}).map(([name, value]) => [name, typeof value === 'string' ? [value] : value]));
    const own = this.certificates[request.host] ?? {};
    const certificate = 'kind' in own ? undefined : certificateAnswer(request.host, own);
    const certificateError = certificate?.trustError ?? (certificate?.chain[0].coversHost === false ? 'ERR_TLS_CERT_ALTNAME_INVALID' : undefined);
    return {
      kind: 'http',
      status: 200,
      statusText: '',
      body: '',
      truncated: false,
      ...(request.secure && certificateError !== undefined ? { certificateError, systemStoreRead: certificate?.systemStoreRead ?? true } : {}),
      ...response,
      headers,
      ...way,
    };
  }
}

function answered(
  rcode: string,
  records: readonly DnsRecord[],
  authority: readonly DnsRecord[] = [],
): DnsAnswer {
  return { kind: 'answer', rcode, records, authority, flags: [], transport: 'udp' };
}

function certificateFacts(facts: Partial<CertificateFacts>): CertificateFacts {
  return {
    subject: 'CN=Public CA',
    issuer: 'CN=Public CA',
    names: [],
    nameCount: 0,
    coversHost: false,
    validFrom: now - 1_000 * day,
    validTo: now + 2_650 * day,
    fingerprint: 'CA',
    selfSigned: false,
    raw: new Uint8Array(0),
    key: { kind: 'RSA', bits: 2048, words: 'RSA, 2048 bits' },
    signature: 'RSA with SHA-256',
    brokenSignature: false,
    forServers: true,
    mustStaple: false,
    logged: true,
    ocspUrls: [],
    issuerUrls: [],
    crlUrls: [],
    ...facts,
  };
}

export function certificateAnswer(host: string, own: FakeCertificate): CertificateAnswer {
  const { trustError, reachesTrustedRoot, systemStoreRead, anchor, issuers, sentIssuers, staple, reading, ...facts } = own;
  const names = own.names ?? [host];
  const coversHost = names.some((name) => name === host || (name.startsWith('*.') && host.split('.').slice(1).join('.') === name.slice(2)));
  const dates = { validFrom: now - 100 * day, validTo: now + 265 * day };
  const base = { subject: `CN=${host}`, fingerprint: 'AA', crlUrls: ['http://ca.example/a.crl'], ...dates };
  const certificate = certificateFacts({ ...base, ...facts, names, nameCount: names.length, coversHost });
  const above = (issuers ?? (trustError === undefined ? [{ selfSigned: true }] : [])).map(certificateFacts);
  return {
    kind: 'certificate',
    chain: [certificate, ...above],
    sent: [certificate, ...(sentIssuers?.map(certificateFacts) ?? above)],
    reading: reading ?? 'clear',
    ...(trustError === undefined ? {} : { trustError }),
    reachesTrustedRoot: reachesTrustedRoot ?? trustError === undefined,
    ...(anchor !== undefined ? { anchor } : trustError === undefined ? { anchor: 'mozilla' as const } : {}),
    systemStoreRead: systemStoreRead ?? true,
    protocol: 'TLSv1.2',
    ...(staple === undefined ? {} : { staple }),
  };
}

function versionOf(hello: Uint8Array): string {
  const text = Buffer.from(hello).toString('hex');
  if (text.includes('002b0003020304')) return '1.3';
  return { 1: '1.0', 2: '1.1', 3: '1.2' }[hello[10] ?? 0] ?? 'other';
}

export const proof = `${'fl2nAbC+'.repeat(10)}12345A==`;

/** A subject of which the plan states all it can; an empty `webServices` stands for a plan that states none. */
export function subjectOf(subject: Partial<CheckSubject>): CheckSubject {
  const { webServices = 'https://mail.a.example/EWS/Exchange.asmx', ...others } = subject;
  const base: CheckSubject = {
    organization: 'partner',
    domain: 'a.example',
    hosting: 'onPremises',
    federationProofs: [proof],
    demandsTls10: false,
    federatedDomains: ['a.example'],
    relationships: [{ name: 'To A', targetAutodiscoverEpr: 'https://autodiscover.a.example/autodiscover/autodiscover.svc/WSSecurity' }],
    testMailbox: 'anna@a.example',
    ...others,
  };
  return webServices === '' ? base : { ...base, webServices };
}

export interface Information {
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly applicationUri?: string;
  readonly domains?: readonly string[];
  readonly issuer?: string;
  readonly version?: readonly [number, number, number, number];
  readonly redirectUrl?: string;
}

/** An answer in the shape that Exchange gives, written for these tests; prefixes differ from the request's on purpose. */
export function informationXml({
  errorCode = 'NoError',
  errorMessage = '',
  applicationUri = 'FYDIBOHF25SPDLT.a.example',
  domains = ['A.example', 'FYDIBOHF25SPDLT.a.example'],
  issuer = 'urn:federation:MicrosoftOnline',
  version = [15, 1, 2507, 55],
  redirectUrl,
}: Information = {}): string {
  const numbers = ['MajorVersion', 'MinorVersion', 'MajorBuildNumber', 'MinorBuildNumber']
    .map((name, at) => `<v:${name}>${version[at] ?? 0}</v:${name}>`)
    .join('');
  const endpoint = '<Endpoint>https://login.microsoftonline.com/extSTS.srf</Endpoint>';
  const issuers = issuer === '' ? '' : `<TokenIssuer>${endpoint}<Uri>${issuer}</Uri></TokenIssuer>`;
  const content =
    errorCode === 'NoError'
      ? `<ApplicationUri>${applicationUri}</ApplicationUri><Domains>${domains.map((domain) => `<Domain>${domain}</Domain>`).join('')}</Domains>` +
        `<TokenIssuers>${issuers}</TokenIssuers>`
      : redirectUrl === undefined
        ? ''
        : `<RedirectUrl>${redirectUrl}</RedirectUrl>`;
  return (
    '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header>' +
    `<v:ServerVersionInfo xmlns:v="http://schemas.microsoft.com/exchange/2010/Autodiscover">${numbers}</v:ServerVersionInfo>` +
    '</soap:Header><soap:Body>' +
    '<GetFederationInformationResponseMessage xmlns="http://schemas.microsoft.com/exchange/2010/Autodiscover"><Response>' +
    `<ErrorCode>${errorCode}</ErrorCode><ErrorMessage>${errorMessage}</ErrorMessage>${content}` +
    '</Response></GetFederationInformationResponseMessage></soap:Body></soap:Envelope>'
  );
}

export const wsseFault =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>' +
  '<faultcode xmlns:q="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">q:InvalidSecurity</faultcode>' +
  '<faultstring xml:lang="en-US">An error occurred when verifying security for the message.</faultstring></s:Fault></s:Body></s:Envelope>';

export const xml = { 'content-type': 'text/xml; charset=utf-8' };
export const html = { 'content-type': 'text/html' };
export const webSite: Response = { status: 200, headers: html, body: '<!doctype html><title>Welcome</title>' };
export const notFound: Response = { status: 404, headers: html, body: '<html>Not here</html>' };

export const isWsSecurity = (request: HttpRequest): boolean => /\/wssecurity$/i.test(request.path);

/** Headers of an Exchange front end on an answer that asks for credentials. */
export const exchangeMarks = {
  'www-authenticate': ['Negotiate', 'NTLM'],
  server: 'Microsoft-IIS/10.0',
  'x-feserver': 'EX1',
  'x-soap-enabled': 'True',
  'x-wssecurity-enabled': 'True',
  date: new Date(now).toUTCString(),
};

const metadata = '<?xml version="1.0"?><FederationMetadata xmlns="urn:x"><X509Certificate>MIIB</X509Certificate></FederationMetadata>';

/** The gateway answers; Exchange Online knows no domain. */
function healthyMicrosoft(request: HttpRequest): Response {
  if (request.host === 'autodiscover-s.outlook.com') return { status: 200, headers: xml, body: informationXml({ errorCode: 'InvalidDomain', version: [15, 20, 1, 1] }) };
  return { status: 200, headers: { date: new Date(now).toUTCString() }, body: request.path.endsWith('.xml') ? metadata : 'ok' };
}

/** Exchange at `autodiscover.` and `mail.`, a web site at the domain itself. */
export function healthyPartner(request: HttpRequest): Response {
  if (request.host === 'a.example') return notFound;
  if (!request.host.endsWith('.example')) return healthyMicrosoft(request);
  if (!request.secure) return { status: 404 };
  if (isWsSecurity(request)) return { status: 500, headers: xml, body: wsseFault };
  if (request.path.includes('/autodiscover.json/')) return { status: 200, body: '{"Protocol":"EWS","Url":"https://mail.a.example/EWS/Exchange.asmx"}' };
  if (request.method === 'GET') return { status: 401, headers: exchangeMarks };
  return { status: 200, headers: xml, body: informationXml() };
}
