import type { CheckId, Verdict } from '../../server/src/protocol/checks.ts';
import { withNames, type Host, type NameRecords, type World } from './world.ts';

/** Verdicts by organization (its id in the plan), domain and check. */
export type ExpectedVerdicts = Readonly<Record<string, Readonly<Record<string, Readonly<Record<CheckId, Verdict>>>>>>;

/** What is otherwise than in the healthy world. `undefined` takes a name out of the zone. */
export interface Change {
  readonly names?: Readonly<Record<string, NameRecords | undefined>>;
  /** As in the world: what the user's resolver remembers, and what the one inside the user's network says. */
  readonly cachedNames?: World['cachedNames'];
  readonly innerNames?: World['innerNames'];
  /** Fields of hosts of the healthy world, or a whole host that it does not have. */
  readonly hosts?: Readonly<Record<string, Partial<Host>>>;
  readonly zones?: readonly string[];
}

export interface Scenario {
  /** Stable, lower case with hyphens; chosen by the user. */
  readonly name: string;
  /** One line: what is so in this scenario. */
  readonly title: string;
  /** The example plan, relative to the folder `examples`, with forward slashes. */
  readonly plan: string;
  readonly change: Change;
  /** The causes that the checks find behind the partner's findings, by their ids; absent: not looked at. */
  readonly diagnosed?: readonly string[];
  /** Nothing is wrong in it: no check may warn of it or fail. */
  readonly healthy?: true;
  /** Something in it never answers: whoever waits for its verdicts sets short limits. */
  readonly keepsSilent?: true;
  /** The checks of this scenario are let to ask Microsoft's own hosts, which are part of its world. */
  readonly microsoftServices?: true;
  /** What truthful checks say of this world when they run the plan. */
  readonly expected: ExpectedVerdicts;
}

/** The healthy world with one scenario's change applied. Throws where a new host is not described in full. */
export function changeWorld(healthy: World, change: Change): World {
  const { names } = withNames(healthy, change.names ?? {});
  const hosts: Record<string, Host> = { ...healthy.hosts };
  for (const [name, fields] of Object.entries(change.hosts ?? {})) hosts[name] = completeHost(name, { ...hosts[name], ...fields });
  const { cachedNames, innerNames } = change;
  return {
    zones: [...healthy.zones, ...(change.zones ?? [])],
    names,
    hosts,
    ...(cachedNames === undefined ? {} : { cachedNames }),
    ...(innerNames === undefined ? {} : { innerNames }),
  };
}

function completeHost(name: string, host: Partial<Host>): Host {
  const { addresses, https, http, certificate, tls, site } = host;
  if (!addresses || !https || !http || !certificate || !tls || !site) {
    throw new Error(`The host "${name}" is not in the healthy world, so a scenario must describe all of it.`);
  }
  return { ...host, addresses, https, http, certificate, tls, site };
}
