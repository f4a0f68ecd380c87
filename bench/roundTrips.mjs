// How many round trips the checks of one healthy partner need, by the difference of two links: the practice partner behind each.
import path from 'node:path';
import { importTypeScript } from '../scripts/lib/importTypeScript.mjs';
import { projectRoot } from '../scripts/lib/projectRoot.mjs';
import { delayedTcp, delayedUdp } from './delayedLink.mjs';

/** What a person waits for first: names, port, versions and chain, one answer of Autodiscover and one of the web services. */
const firstGroup = ['D1', 'N1', 'T1', 'T2', 'T3', 'T4', 'C4', 'F1', 'W2'];
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** The same partner, so many milliseconds away; its name servers answer as soon as its hosts. */
async function farAway(route, roundTrip) {
  const far = async (target, udp) => {
    const port = Number(target.slice(target.lastIndexOf(':') + 1));
    return `127.0.0.1:${await (udp ? delayedUdp : delayedTcp)(roundTrip, port)}`;
  };
  const entries = Object.entries(route.connect).map(async ([from, to]) => [from, await far(to, from.endsWith(':53'))]);
  return { ...route, resolvers: await Promise.all(route.resolvers.map((each) => far(each, true))), connect: Object.fromEntries(await Promise.all(entries)) };
}

/** Rows `{ what, trips }`, and the round trips until each check has ended. */
export async function roundTrips({ rounds = 5 } = {}) {
  const { endsOfChecks, healthyPartner } = await importTypeScript('test/support/roundTrips.ts');
  const plan = path.join(projectRoot, 'examples', 'practice', 'healthy.fedplan.yaml');
  const partner = await healthyPartner();
  try {
    const links = await Promise.all([40, 200].map(async (roundTrip) => ({ roundTrip, route: await farAway(partner.route, roundTrip), found: [] })));
    // The first runs are for the compiler; then by turns, so that a busy machine is busy for both.
    for (let round = -2; round < rounds; round++) {
      for (const { route, found } of links) {
        const ends = await endsOfChecks(route, plan);
        if (round >= 0) found.push(ends);
      }
    }
    const ends = Object.fromEntries(links.map(({ roundTrip, found }) => [roundTrip, {
      ...Object.fromEntries(Object.keys(found[0]).map((check) => [check, median(found.map((each) => each[check]))])),
      first: median(found.map((each) => Math.max(...firstGroup.map((check) => each[check])))),
      whole: median(found.map((each) => Math.max(...Object.values(each)))),
    }]));
    const trips = Object.fromEntries(Object.keys(ends[40]).map((what) => [what, (ends[200][what] - ends[40][what]) / 160]));
    const { first, whole, ...byCheck } = trips;
    return { first, whole, byCheck };
  } finally {
    await partner.stop();
  }
}
