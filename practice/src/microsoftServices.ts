/** Microsoft's own hosts as a scenario has them: the federation gateway, and Exchange Online's Autodiscover. */
import { battlecalfedExchange } from './healthy.ts';
import type { Change } from './scenario.ts';
import type { Host } from './world.ts';

const gatewayNames = ['nexus.microsoftonline-p.com', 'login.microsoftonline.com', 'domains.live.com'];
const cloudName = 'autodiscover-s.outlook.com';

const gateway: Host = {
  addresses: ['192.0.2.50'],
  https: 'serves',
  http: 'serves',
  certificate: { names: gatewayNames, life: 'current', chain: 'complete' },
  tls: ['1.2', '1.3'],
  site: { kind: 'gateway', blocked: false },
};

/**
 * @param domains the domains that Exchange Online counts among its own
 * @param changed what is otherwise with the gateway's host
 */
export function withMicrosoftServices(domains: readonly string[] = [], changed: Partial<Host> = {}): Required<Pick<Change, 'zones' | 'names' | 'hosts'>> {
  return {
    zones: ['microsoftonline-p.com', 'microsoftonline.com', 'live.com', 'outlook.com'],
    names: { ...Object.fromEntries(gatewayNames.map((name) => [name, { A: ['192.0.2.50'] }])), [cloudName]: { A: ['192.0.2.51'] } },
    hosts: {
      gateway: { ...gateway, ...changed },
      exchangeOnline: {
        ...gateway,
        addresses: ['192.0.2.51'],
        certificate: { names: [cloudName], life: 'current', chain: 'complete' },
        site: {
          ...battlecalfedExchange,
          server: 'LO4P123CA0001',
          version: [15, 20, 9000, 12],
          federation: { trust: 'enabled', applicationUri: 'outlook.com', domains, names: 'askedDomain' },
        },
      },
    },
  };
}
