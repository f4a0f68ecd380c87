import exchangeOnline from '../../../data/profiles/exchange-online.json' with { type: 'json' };
import generic from '../../../data/profiles/generic.json' with { type: 'json' };
import nhsmail2018 from '../../../data/profiles/nhsmail-2018.json' with { type: 'json' };
import nhsmail from '../../../data/profiles/nhsmail.json' with { type: 'json' };
import practice from '../../../data/profiles/practice.json' with { type: 'json' };

/** Where an organization's mailboxes are. Exchange Online has no TXT proof and no federation certificate of its own. */
export type Hosting = 'onPremises' | 'online' | 'unknown';

/** What is known of the service on the other side, and what it demands. Data only: server/data/profiles. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly service?: {
    readonly name: string;
    /** SMTP domains of the service; empty where each plan has its own. */
    readonly domains: readonly string[];
    readonly exchangeVersion: string;
    readonly hosting: string;
  };
  /** The level that is the service's default; other levels are offered as well. */
  readonly freeBusyAccessLevel?: string;
  readonly leastExchange?: { readonly version: string; readonly update: string };
  /** The guidance of 2018 demands TLS 1.0 between the servers. */
  readonly demandsTls10: boolean;
  /** Keys that the service wants stated, as paths below the plan and below the partner's organization. */
  readonly wants: { readonly plan: readonly string[]; readonly partner: readonly string[] };
}

const profiles: readonly Profile[] = [nhsmail2018, nhsmail, exchangeOnline, generic, practice];

/** The profile of a plan; a plan without one takes nothing for granted. */
export function profileOf(id: string | undefined): Profile {
  return profiles.find((profile) => profile.id === id) ?? generic;
}
