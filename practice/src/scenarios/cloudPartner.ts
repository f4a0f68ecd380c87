import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';
import type { ExchangeSite, Host, NameRecords } from '../world.ts';

const cloudExchange: ExchangeSite = {
  ...battlecalfedExchange,
  server: 'LO4P123CA0001',
  version: [15, 20, 9000, 12],
  federation: { trust: 'enabled', applicationUri: 'outlook.com', domains: ['battlecalfed3.example'], names: 'askedDomain' },
};

/** Serves every customer's `autodiscover.<domain>`, for which it can have no certificate: port 80 sends on to the service's own name. */
export const cloudHost: Host = {
  addresses: ['192.0.2.40', '2001:db8:4::40'],
  https: 'serves',
  http: 'serves',
  certificate: { names: ['cloudmail.example', '*.cloudmail.example'], life: 'current', chain: 'complete' },
  tls: ['1.2', '1.3'],
  site: { kind: 'redirect', toHost: 'autodiscover-s.cloudmail.example' },
  httpSite: { kind: 'redirect', toHost: 'autodiscover-s.cloudmail.example' },
};

export const cloudNames: Readonly<Record<string, NameRecords>> = {
  'battlecalfed3.example': {
    A: ['192.0.2.80'],
    MX: [{ preference: 0, exchange: 'battlecalfed3-example.cloudmail.example' }],
    TXT: ['v=spf1 include:spf.cloudmail.example -all'],
  },
  'autodiscover.battlecalfed3.example': { CNAME: 'autodiscover.cloudmail.example' },
  'autodiscover.cloudmail.example': { A: ['192.0.2.40'], AAAA: ['2001:db8:4::40'] },
  'autodiscover-s.cloudmail.example': { A: ['192.0.2.41'] },
  'outlook.cloudmail.example': { A: ['192.0.2.41'] },
};

export const cloudPartner: Scenario = {
  name: 'cloud-partner',
  title: 'The partner is in the cloud: Autodiscover redirects from port 80 to the cloud’s own host',
  plan: 'practice/cloudPartner.fedplan.yaml',
  healthy: true,
  diagnosed: [],
  change: {
    zones: ['battlecalfed3.example', 'cloudmail.example'],
    names: cloudNames,
    hosts: {
      cloudAutodiscover: cloudHost,
      cloud: { ...cloudHost, addresses: ['192.0.2.41'], site: cloudExchange },
    },
  },
  // The cloud has no TXT proof, and its WSSecurity paths answer like nobody else's. The name mismatch in the first steps is normal there.
  expected: expectedOfPartner({
    A2: 'skipped', A3: 'skipped', F2: 'skipped', K1: 'skipped', D3: 'skipped', W1: 'skipped', W2: 'skipped',
  }, 'battlecalfed3.example'),
};
