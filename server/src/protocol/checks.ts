/** Plain data of the live checks, in the words of engine, server, client and command line alike. */
import type { Route } from './route.ts';

/** Ids of the check catalogue; stable, shown to users, named in documentation. */
export type CheckId =
  | 'D1' | 'D2' | 'D3' | 'D4' | 'D5'
  | 'N1'
  | 'T1' | 'T2' | 'T3' | 'T4'
  | 'C1' | 'C2' | 'C3' | 'C4' | 'C5' | 'C6' | 'C7' | 'C8'
  | 'A1' | 'A2' | 'A3'
  | 'F1' | 'F2' | 'F3' | 'F4'
  | 'W1' | 'W2'
  | 'E1'
  | 'G1' | 'G2' | 'G3'
  | 'K1'
  | 'R1';

/** `unknown` is never `fail`: what could not be determined is said to be so. */
export type Verdict = 'pass' | 'warn' | 'fail' | 'info' | 'unknown' | 'skipped';

export type CheckGroup =
  | 'DNS'
  | 'Network'
  | 'TLS'
  | 'Certificate'
  | 'Autodiscover'
  | 'Federation information'
  | 'WSSecurity'
  | 'Federation gateway'
  | 'Clock'
  | 'Road ahead';

export interface CheckDescription {
  readonly id: CheckId;
  readonly title: string;
  readonly group: CheckGroup;
  /** What is asked on the wire, in one sentence. */
  readonly asks: string;
  /** Facts of the guidance that the check serves, e.g. `G12`. */
  readonly guidance: readonly string[];
}

/** The place in a plan that a result speaks of; the service turns it into a range. */
export type PlanAspect = 'domain' | 'federationProof' | 'autodiscover' | 'webServices';

/** One domain of one organization, with what the plan states of it. */
export interface CheckSubject {
  /** The organization's id in the plan. */
  readonly organization: string;
  /** The SMTP domain, lower case, as an A-label. */
  readonly domain: string;
  /** Exchange Online has no TXT proof and no trust certificate of its own (those checks are skipped with the reason). */
  readonly hosting: 'onPremises' | 'online' | 'unknown';
  /** Proofs the plan states for this domain; several may stand side by side while a certificate is rolled. */
  readonly federationProofs: readonly string[];
  /** The organization's Autodiscover URL, where the plan states it. */
  readonly autodiscover?: string;
  /** The organization's Exchange Web Services URL, where the plan states it. */
  readonly webServices?: string;
  /** Exchange version as the plan writes it (`2010`, `2013`, `2016`, `2019`, `SE`, `Online`): picks the cmdlets of a fix. */
  readonly exchangeVersion?: string;
  /** Domains that the organization's federated organization identifier lists, A-labels; absent where the plan does not state the list. */
  readonly federatedDomains?: readonly string[];
  /** Relationships of the plan that have this organization as their target and name this domain. */
  readonly relationships?: readonly StatedRelationship[];
  /** A mailbox of this domain that the plan names for tests. No other address is ever asked about. */
  readonly testMailbox?: string;
  /** The profile of 2018 demands TLS 1.0, which today's Microsoft 365 refuses; a result says both. */
  readonly demandsTls10: boolean;
}

/** What an organization relationship of the plan states of its target. */
export interface StatedRelationship {
  /** Its name, or the empty string. */
  readonly name: string;
  readonly targetApplicationUri?: string;
  readonly targetAutodiscoverEpr?: string;
  readonly targetSharingEpr?: string;
}

export interface CheckRequest {
  readonly subjects: readonly CheckSubject[];
  /** Only these checks (and what they need); absent: all. */
  readonly only?: readonly CheckId[];
  readonly route?: Route;
  readonly settings?: CheckSettings;
}

export interface CheckSettings {
  /** Limits in milliseconds. */
  readonly dnsTimeout?: number;
  readonly connectTimeout?: number;
  readonly answerTimeout?: number;
  readonly runTimeout?: number;
  /** Connections at once to one host. */
  readonly perHost?: number;
  /** Private and loopback addresses are refused unless this is set; judged on the address, before any route. */
  readonly allowPrivateAddresses?: boolean;
  /** The name servers of the domains' zones are asked directly, beside the resolver, unless this is false. */
  readonly askNameServers?: boolean;
  /** Microsoft's own hosts are asked as well: the federation gateway, and Exchange Online's Autodiscover about each domain. Off unless set. */
  readonly microsoftServices?: boolean;
  /** Absent: connections are direct. */
  readonly proxy?: ProxySettings;
}

/** A proxy by which connections of checks go; DNS by UDP and TCP does not. */
export interface ProxySettings {
  /** `http://host:port`, with `user:password@` where it wants Basic credentials. Shown without them. */
  readonly url: string;
  /** Hosts, domains, addresses and networks that are reached directly, as `NO_PROXY` writes them. */
  readonly except: readonly string[];
}

/** One question and its answer, trimmed for reading. */
export interface Evidence {
  /** What was asked, e.g. `POST https://autodiscover.a.example/autodiscover/autodiscover.svc GetFederationInformation`. */
  readonly question: string;
  /** By which way: resolver, address and family, proxy or direct, named route. */
  readonly via: string;
  /** What came, e.g. `HTTP 200, NoError, ApplicationUri "…"`. */
  readonly answer: string;
  readonly elapsedMs: number;
}

export interface CheckResult {
  readonly check: CheckId;
  readonly organization: string;
  readonly domain: string;
  readonly verdict: Verdict;
  /** One sentence: the fact. */
  readonly summary: string;
  readonly evidence: readonly Evidence[];
  /** Why it is so, in plain words, likely culprit first. */
  readonly cause?: string;
  /** What to do, with the cmdlet where there is one. */
  readonly fix?: string;
  /** What the result does not prove. */
  readonly doesNotProve?: string;
  readonly guidance: readonly string[];
  readonly about: PlanAspect;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly elapsedMs: number;
}

export type CheckEvent =
  | { readonly kind: 'started'; readonly check: CheckId; readonly organization: string; readonly domain: string }
  | { readonly kind: 'finished'; readonly result: CheckResult }
  /** After the last check of a domain, once for each cause that several of its findings have in common, likely culprit first. */
  | { readonly kind: 'diagnosed'; readonly diagnosis: Diagnosis };

/** One cause behind findings of a domain. */
export interface Diagnosis {
  /** Stable, e.g. `pre-authentication`. */
  readonly id: string;
  readonly organization: string;
  readonly domain: string;
  /** What users or cmdlets show of it. */
  readonly symptom: string;
  readonly cause: string;
  readonly fix: string;
  /** The checks whose results it explains. */
  readonly explains: readonly CheckId[];
}

/** A host that a run will contact, for the question before the first run. */
export interface HostToContact {
  readonly host: string;
  /** Why it is contacted, e.g. `Autodiscover of "a.example"`. */
  readonly reason: string;
}
