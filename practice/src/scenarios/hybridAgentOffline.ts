import { battlecalfedExchange, battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

const relay = 'a1b2c3d4.resource.mailboxmigration.his.msappproxy.net';

export const hybridAgentOffline: Scenario = {
  name: 'hybrid-agent-offline',
  title: 'The sharing endpoint is the relay of a Hybrid Agent that is offline (504)',
  plan: 'practice/hybridAgent.fedplan.yaml',
  diagnosed: ['hybrid-agent-offline'],
  change: {
    zones: ['msappproxy.net'],
    names: { [relay]: { A: ['192.0.2.60'] } },
    hosts: {
      relay: {
        ...battlecalfedHost,
        addresses: ['192.0.2.60'],
        certificate: { ...battlecalfedHost.certificate, names: [relay] },
        site: { kind: 'published', front: 'waitsInVain', behind: battlecalfedExchange },
      },
    },
  },
  // A server error may pass: unknown, and the relay's name tells what is behind it.
  expected: expectedOfPartner({ E1: 'unknown' }),
};
