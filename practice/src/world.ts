/**
 * What an outside observer can reach, as plain data: names in DNS, and hosts behind addresses. A scenario is a change
 * against one such world; the servers below know only this shape.
 */

/** Versions of TLS, oldest first. */
export const tlsVersions = ['1.0', '1.1', '1.2', '1.3'] as const;
export type TlsVersion = (typeof tlsVersions)[number];

/** The records of one name; `*.<name>` holds those of every name below it that is not there itself. Addresses are documentation addresses; the route leads them to loopback. */
export interface NameRecords {
  readonly A?: readonly string[];
  readonly AAAA?: readonly string[];
  readonly CNAME?: string;
  /** One entry a record; a record of several character-strings is a list. */
  readonly TXT?: readonly (string | readonly string[])[];
  readonly MX?: readonly { readonly preference: number; readonly exchange: string }[];
  readonly SRV?: readonly { readonly priority: number; readonly weight: number; readonly port: number; readonly target: string }[];
  /** The name servers of this name answer nothing but this code, as with a broken signature or a lame delegation. */
  readonly fails?: 'SERVFAIL';
}

export interface CertificateDescription {
  /** DNS names of the certificate; the first is also its common name. */
  readonly names: readonly string[];
  readonly life: 'current' | 'renewalDue' | 'expired';
  /** What the server sends: the intermediate too, the leaf alone, the root before the intermediate, or a leaf that signed itself. */
  readonly chain: 'complete' | 'leafOnly' | 'outOfOrder' | 'selfSigned';
  /** Who issues it: the partner's authority, which the route knows, or one that nobody knows. */
  readonly authority?: 'known' | 'private' | 'inspection';
  /** It names no address of its issuer, so nobody can fetch a missing one. */
  readonly namesIssuer?: false;
  readonly key?: 'EC P-256' | 'RSA 1024';
  readonly hash?: 'SHA-256' | 'SHA-1';
  readonly madeFor?: 'servers' | 'clients';
  readonly mustStaple?: true;
  readonly revoked?: true;
}

/** The organization's part in federation as `GetFederationInformation` tells it. */
export interface FederationDescription {
  readonly trust: 'enabled' | 'none';
  readonly applicationUri: string;
  readonly domains: readonly string[];
  /** Exchange Online has named the asked domain alone since 2025; Exchange on premises names all. */
  readonly names: 'allDomains' | 'askedDomain';
  /** The trust is with the consumer instance of the gateway, which is no more. */
  readonly gateway?: 'consumer';
}

/**
 * How both `…/WSSecurity` paths answer a POST that carries no token:
 * - `enabled`: the fault `wsse:InvalidSecurity`, which only a living endpoint without pre-authentication can give
 * - `disabled`: 401 with Exchange's own headers, `X-WSSecurity-Enabled: False` among them
 * - `notPublished`: 404 of the publisher
 * - `preAuthentication`: 401 of a gateway that wants a login before Exchange sees anything
 * - `webPage`: a device's own page, 200 and HTML
 */
export type WsSecurity = 'enabled' | 'disabled' | 'notPublished' | 'preAuthentication' | 'webPage';

export interface ExchangeSite {
  readonly kind: 'exchange';
  /** NetBIOS name of the front end. */
  readonly server: string;
  /** Major, minor, build and revision, e.g. 15.1.2507.55 of Exchange 2016 CU23. */
  readonly version: readonly [number, number, number, number];
  readonly federation: FederationDescription;
  readonly wsSecurity: WsSecurity;
  /** The domain whose mailboxes this organization has. */
  readonly mailDomain: string;
  /** What Autodiscover gives out as the address of Exchange Web Services. */
  readonly webServicesUrl: string;
  /** `X-SOAP-Enabled` is left out, as where the Autodiscover service has lost it. */
  readonly withoutSoap?: true;
  /** Seconds by which the server's clock is ahead. */
  readonly clockAhead?: number;
}

/**
 * What stands in front of Exchange and answers in its place:
 * - `tmg`, `basicLogin`, `windowsLogin`: wants credentials of its own, as ISA, TMG and UAG, as plain reverse proxies, as IIS itself
 * - `adfs`, `bigIp`, `netScaler`, `applicationProxy`, `formsLogin`: sends everybody to a login page of its own
 * - `stopped`: Windows itself answers, since the application pool or publisher behind it is stopped
 * - `noBinding`: Windows has no web site for the host name
 * - `noPost`: the handler for .svc files is missing
 * - `waitsInVain`: a relay whose agent behind it is offline
 * - `forbids`: lets nobody in
 * - `stripsHeaders`: passes everything on, and takes all of Exchange's own headers out of the answers
 */
export type Front =
  | 'tmg' | 'basicLogin' | 'windowsLogin'
  | 'adfs' | 'bigIp' | 'netScaler' | 'applicationProxy' | 'formsLogin'
  | 'stopped' | 'waitsInVain' | 'noBinding' | 'noPost' | 'forbids' | 'stripsHeaders';

export interface PublishedSite {
  readonly kind: 'published';
  readonly front: Front;
  readonly behind: ExchangeSite;
}

/** Microsoft's federation gateway: metadata with certificates, and services that say something to anybody. */
export interface GatewaySite {
  readonly kind: 'gateway';
  /** A filter's page stands in its place. */
  readonly blocked: boolean;
}

/** An ordinary web site. `everyPath`: its front page answers whatever is asked, as single-page sites do. */
export interface WebSite {
  readonly kind: 'web';
  readonly title: string;
  readonly answers: 'frontPage' | 'everyPath';
}

/** Sends every Autodiscover request on to another host. */
export interface RedirectSite {
  readonly kind: 'redirect';
  readonly toHost: string;
  /** Where it sends to instead of the same path over https at `toHost`: a scheme, and a path. */
  readonly toScheme?: 'http' | 'https';
  readonly toPath?: string;
  /** Not Autodiscover's paths alone. */
  readonly everyPath?: true;
}

/** Where the authority keeps its certificates and its revocation list. */
export interface AuthoritySite {
  readonly kind: 'authority';
}

export type Site = ExchangeSite | WebSite | RedirectSite | PublishedSite | GatewaySite | AuthoritySite;

/**
 * How a port behaves below TLS: `silent` accepts and never answers, `nonsense` speaks plain HTTP on the TLS port, `refusesHandshake`
 * answers each hello with the alert `handshake_failure`.
 */
export type PortBehaviour = 'serves' | 'refuses' | 'silent' | 'resets' | 'nonsense' | 'refusesHandshake';

export interface Host {
  readonly addresses: readonly string[];
  /** Port 443. */
  readonly https: PortBehaviour;
  /** Port 80. */
  readonly http: 'serves' | 'refuses';
  readonly certificate: CertificateDescription;
  readonly tls: readonly TlsVersion[];
  readonly site: Site;
  /** What port 80 serves where it differs from sending the visitor to https. */
  readonly httpSite?: Site;
}

/** A world's names with some of them otherwise; `undefined` takes one out. */
export function withNames(world: World, otherwise: Readonly<Record<string, NameRecords | undefined>>): World {
  const names: Record<string, NameRecords> = {};
  for (const [name, records] of Object.entries({ ...world.names, ...otherwise })) if (records !== undefined) names[name] = records;
  return { ...world, names };
}

export interface World {
  /** Apex names of the zones; each gets its SOA and NS records by itself. */
  readonly zones: readonly string[];
  readonly names: Readonly<Record<string, NameRecords>>;
  /** What a user's resolver still remembers of names, where that is not what the zones say; `undefined`: that there is no such name. */
  readonly cachedNames?: Readonly<Record<string, NameRecords | undefined>>;
  /** Names as the resolver inside the user's own network has them (split DNS); where absent, there is no such resolver. */
  readonly innerNames?: Readonly<Record<string, NameRecords | undefined>>;
  readonly hosts: Readonly<Record<string, Host>>;
}
