import { cloudHost, cloudNames } from './cloudPartner.ts';
import { expectedOfBoth, healthyVerdicts } from '../healthy.ts';
import { withMicrosoftServices } from '../microsoftServices.ts';
import type { Scenario } from '../scenario.ts';

const domain = 'battlecalfed3.example';
const microsoft = withMicrosoftServices([domain]);

export const exchangeOnline: Scenario = {
  name: 'exchange-online',
  title: 'The partner is in Exchange Online under Microsoft’s own names, and Microsoft’s hosts are asked too',
  plan: 'practice/cloudPartner.fedplan.yaml',
  healthy: true,
  diagnosed: [],
  microsoftServices: true,
  change: {
    zones: [domain, ...microsoft.zones],
    names: {
      ...microsoft.names,
      [domain]: { ...cloudNames[domain], MX: [{ preference: 0, exchange: 'battlecalfed3-example.mail.protection.outlook.com' }] },
      [`autodiscover.${domain}`]: { CNAME: 'autodiscover.outlook.com' },
      'autodiscover.outlook.com': { A: cloudHost.addresses.slice(0, 1), AAAA: cloudHost.addresses.slice(1) },
    },
    hosts: {
      ...microsoft.hosts,
      cloudAutodiscover: {
        ...cloudHost,
        certificate: { names: ['outlook.com', '*.outlook.com'], life: 'current', chain: 'complete' },
        site: { kind: 'redirect', toHost: 'autodiscover-s.outlook.com' },
        httpSite: { kind: 'redirect', toHost: 'autodiscover-s.outlook.com' },
      },
    },
  },
  // As in "cloud-partner"; and the cloud itself knows the domain.
  expected: {
    practicemail: expectedOfBoth({ F3: 'pass', G1: 'pass', G2: 'pass', G3: 'pass' }).practicemail ?? {},
    battlecalfed: {
      [domain]: {
        ...healthyVerdicts, A2: 'skipped', A3: 'skipped', F2: 'skipped', K1: 'skipped', D3: 'skipped', W1: 'skipped', W2: 'skipped',
        F3: 'pass', G1: 'pass', G2: 'pass', G3: 'pass',
      },
    },
  },
};
