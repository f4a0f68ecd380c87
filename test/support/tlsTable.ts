/** What the measurement of TLS checks needs of the product: its engine, with the checks of one group alone. */
import { certificateChain } from '../../server/src/checks/catalogue/certificateChain.ts';
import { port443 } from '../../server/src/checks/catalogue/port443.ts';
import { publishedHosts } from '../../server/src/checks/catalogue/publishedHosts.ts';
import { tls10 } from '../../server/src/checks/catalogue/tls10.ts';
import { tls11 } from '../../server/src/checks/catalogue/tls11.ts';
import { tls12 } from '../../server/src/checks/catalogue/tls12.ts';
import { tls13 } from '../../server/src/checks/catalogue/tls13.ts';
import { runCatalogue } from '../../server/src/checks/engine/runChecks.ts';
import { createPorts } from '../../server/src/network/index.ts';
import type { CheckResult } from '../../server/src/protocol/checks.ts';

// F1, which N1 and C4 look at where something is wrong, is measured with the whole catalogue.
const catalogue = [publishedHosts, port443, tls10, tls11, tls12, tls13, certificateChain].map((check) => ({ ...check, considers: [] }));

/** DNS, port, four versions and chain of N domains whose plan states https://hN.hosts.example. */
export function tlsTable(hosts: number, port: number, dns: number, extraCa: string): Promise<readonly CheckResult[]> {
  const connect = Object.fromEntries(Array.from({ length: hosts }, (_, at) => [`[2001:db8::${(at + 1).toString(16)}]:443`, `127.0.0.1:${port}`]));
  const route = { resolvers: [`127.0.0.1:${dns}`], connect };
  const subjects = Array.from({ length: hosts }, (_, at) => ({
    organization: 'partner', domain: `d${at + 1}.example`, hosting: 'onPremises' as const, federationProofs: [], demandsTls10: false,
    autodiscover: `https://h${at + 1}.hosts.example/autodiscover/autodiscover.svc`,
  }));
  return runCatalogue(catalogue, { subjects, route }, createPorts({ route, extraCa }), () => undefined, new AbortController().signal);
}
