import type { Check } from '../engine/check.ts';
import { gatewayDomainsUrl } from '../probes/microsoftHosts.ts';
import { answersAtAll, probeGateway } from './gateway.ts';

/** G3: does the gateway's domain service answer? It is needed while a trust is made, and for adding or removing domains. */
export const gatewayDomains: Check = {
  id: 'G3',
  title: 'Gateway domain service',
  group: 'Federation gateway',
  asks: 'A GET for managedelegation2.asmx of Microsoft’s gateway; only where the setting allows it.',
  guidance: ['G10'],
  needs: [],
  considers: [],
  run: (context) => probeGateway(context, gatewayDomainsUrl, answersAtAll),
};
