import { battlecalfedExchange, expectedOfPartner, healthyVerdicts, secondDomain, withSecondDomain } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const severalDomains: Scenario = {
  name: 'several-domains',
  title: 'The partner has a second domain, which is served by the host of the first and has no Autodiscover name of its own',
  plan: 'practice/severalDomains.fedplan.yaml',
  healthy: true,
  diagnosed: [],
  change: {
    ...withSecondDomain,
    hosts: {
      battlecalfed: {
        site: { ...battlecalfedExchange, federation: { ...battlecalfedExchange.federation, domains: [...battlecalfedExchange.federation.domains, secondDomain] } },
      },
    },
  },
  // One endpoint serves all domains of a relationship; clients that know the second domain alone do not find it. The plan names no test mailbox there.
  expected: {
    ...expectedOfPartner({}),
    battlecalfed: {
      ...expectedOfPartner({}).battlecalfed,
      [secondDomain]: { ...healthyVerdicts, D1: 'info', A1: 'info', A3: 'skipped' },
    },
  },
};
