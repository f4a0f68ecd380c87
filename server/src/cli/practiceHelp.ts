import { addressInScenario, type Scenario } from '../../../practice/src/index.ts';
import type { Route } from '../protocol/route.ts';

/** What a user reads while the practice partner runs: where it is, and how `dig`, `curl`, `openssl` and `fedplan` get there. */
export function howToReach(scenario: Scenario, plan: string, route: Route, caFile: string): string {
  const resolver = route.resolvers?.[0] ?? '';
  const domain = Object.keys(scenario.expected.battlecalfed ?? {})[0] ?? '';
  const dnsPort = resolver.slice(resolver.lastIndexOf(':') + 1);
  // Where the partner's own host has no address, the service's shows as well how to ask.
  const host = [`autodiscover.${domain}`, 'autodiscover.practicemail.example'].find((name) => addressInScenario(scenario, name) !== undefined) ?? '';
  const port = portOf(route.connect?.[`${addressInScenario(scenario, host) ?? ''}:443`]);
  return `The practice partner runs the scenario "${scenario.name}": ${scenario.title}.
Its example plan: ${plan}

DNS, by UDP and TCP:
  dig @127.0.0.1 -p ${dnsPort} autodiscover.${domain}
  dig @127.0.0.1 -p ${dnsPort} ${domain} TXT

HTTPS, with an authority of its own (${caFile}):
  curl --cacert "${caFile}" --connect-to ${host}:443:127.0.0.1:${port} -i https://${host}/autodiscover/autodiscover.xml
  openssl s_client -CAfile "${caFile}" -connect 127.0.0.1:${port} -servername ${host}

Addresses of its DNS and where they are on this machine:
${Object.entries(route.connect ?? {})
  .map(([address, there]) => `  ${address} → ${there}`)
  .join('\n')}

Run one command against it:
  fedplan practice --scenario ${scenario.name} -- fedplan check @plan
or give "fedplan check" this route in the environment variable FEDPLAN_ROUTE:
${JSON.stringify(route)}

Ctrl-C stops it.
`;
}

function portOf(endpoint: string | undefined): string {
  return endpoint?.split(':').at(-1) ?? '';
}
