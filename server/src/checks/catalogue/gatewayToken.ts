import type { Check } from '../engine/check.ts';
import { gatewayTokenUrl } from '../probes/microsoftHosts.ts';
import { answersAtAll, probeGateway } from './gateway.ts';

/** G2: does the token issuer answer? Every free/busy question across organizations needs a token of it. */
export const gatewayToken: Check = {
  id: 'G2',
  title: 'Gateway token issuer',
  group: 'Federation gateway',
  asks: 'A GET for extSTS.srf of Microsoft’s gateway; only where the setting allows it.',
  guidance: ['G10', 'G27'],
  needs: [],
  considers: [],
  run: (context) => probeGateway(context, gatewayTokenUrl, answersAtAll),
};
