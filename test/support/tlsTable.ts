/** What the measurement of TLS checks needs of the product: its engine, with the checks of one group alone. */
import { certificateChain } from '../../server/src/checks/catalogue/certificateChain.ts';
import { port443 } from '../../server/src/checks/catalogue/port443.ts';
import { publishedHosts } from '../../server/src/checks/catalogue/publishedHosts.ts';
import { tls10 } from '../../server/src/checks/catalogue/tls10.ts';
import { tls11 } from '../../server/src/checks/catalogue/tls11.ts';
import { tls12 } from '../../server/src/checks/catalogue/tls12.ts';
import { tls13 } from '../../server/src/checks/catalogue/tls13.ts';
import { runSubjects } from '../../server/src/checks/engine/runChecks.ts';
import { createPorts } from '../../server/src/network/index.ts';
import type { CheckResult } from '../../server/src/protocol/checks.ts';
import type { Route } from '../../server/src/protocol/route.ts';

// F1, which N1 and C4 look at where something is wrong, is measured with the whole catalogue.
const catalogue = [publishedHosts, port443, tls10, tls11, tls12, tls13, certificateChain].map((check) => ({ ...check, considers: [] }));

/** DNS, port, four versions and chain of N domains whose plan states https://hN.hosts.example. Nothing is kept of what is told. */
export async function tlsTable(hosts: number, route: Route, tell: (result: CheckResult) => void): Promise<void> {
  const subjects = Array.from({ length: hosts }, (_, at) => ({
    organization: 'partner', domain: `d${at + 1}.example`, hosting: 'onPremises' as const, federationProofs: [], demandsTls10: false,
    autodiscover: `https://h${at + 1}.hosts.example/autodiscover/autodiscover.svc`,
  }));
  await runSubjects(catalogue, { subjects, route }, createPorts({ route }), () => undefined, new AbortController().signal, {
    finished: (_subject, results) => results.forEach(tell),
    unstarted: (_subject, reason) => {
      throw new Error(reason);
    },
  });
}
