import exchangeOnline from '../../../data/profiles/exchange-online.json' with { type: 'json' };
import generic from '../../../data/profiles/generic.json' with { type: 'json' };
import nhsmail2018 from '../../../data/profiles/nhsmail-2018.json' with { type: 'json' };
import nhsmail from '../../../data/profiles/nhsmail.json' with { type: 'json' };
import practice from '../../../data/profiles/practice.json' with { type: 'json' };
import { domainName } from './domainName.ts';
import type { FederationProfile } from './generated/profileTypes.ts';
import validateProfile from './generated/validateProfile.js';

/** Where an organization's mailboxes are. Exchange Online has no TXT proof and no federation certificate of its own. */
export type Hosting = 'onPremises' | 'online' | 'unknown';

/** What is known of the service on the other side, and what it demands. Data only: server/data/profiles, described in profile.schema.json. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly service?: {
    readonly name: string;
    readonly operator?: string;
    /** SMTP domains of the service, as names are compared; empty where each plan has its own. */
    readonly domains: readonly string[];
    readonly exchangeVersion?: string;
  };
  readonly relationshipName?: string;
  /** The level that is the service's default; other levels are offered as well. */
  readonly freeBusyAccessLevel?: string;
  readonly leastExchange?: { readonly version: string; readonly update: string };
  /** The role group that the partner's administrator must be a member of. */
  readonly roleGroup?: string;
  /** The guidance of 2018 demands TLS 1.0 between the servers. */
  readonly demandsTls10: boolean;
  /** Keys that the service wants stated, as paths below the plan and below the partner's organization. */
  readonly wants: { readonly plan: readonly string[]; readonly partner: readonly string[] };
  /** Where the profile's text and today's world disagree. */
  readonly thenAndNow: readonly { readonly about: string; readonly then: string; readonly now: string; readonly source: string }[];
  /** A made-up world: what ends or is announced in the real one is not said of it. */
  readonly exercise?: boolean;
  /** The profile of the same service as it is today. */
  readonly successor?: string;
}

/** A profile of data that has the schema's form, such as a file that a user wrote; undefined for any other data. */
export function profileFrom(data: unknown): Profile | undefined {
  return validateProfile(data) ? completed(data as FederationProfile) : undefined;
}

function completed({ service, demandsTls10 = false, wants, thenAndNow = [], ...rest }: FederationProfile): Profile {
  return {
    ...rest,
    demandsTls10,
    thenAndNow,
    wants: { plan: wants?.plan ?? [], partner: wants?.partner ?? [] },
    ...(service === undefined ? {} : { service: { ...service, domains: (service.domains ?? []).map(domainName) } }),
  };
}

const shipped: readonly Profile[] = ([nhsmail2018, nhsmail, exchangeOnline, generic, practice] as readonly FederationProfile[]).map(completed);
const takesNothingForGranted = completed(generic);

/** True for the id of a profile that ships. */
export function isShipped(id: string): boolean {
  return shipped.some((profile) => profile.id === id);
}

/**
 * The profile of a plan; a plan without one takes nothing for granted.
 *
 * @param own profiles that the user has written; they do not take the place of those that ship
 */
export function profileOf(id: string | undefined, own: readonly Profile[] = []): Profile {
  return [...shipped, ...own].find((profile) => profile.id === id) ?? takesNothingForGranted;
}
