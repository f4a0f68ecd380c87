import type { Check } from '../engine/check.ts';
import { gatewayTokenUrl } from '../probes/microsoftHosts.ts';
import { classifyAnswer } from '../wire/httpAnswer.ts';
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
  run: (context) =>
    probeGateway(context, gatewayTokenUrl, (where, answer) => {
      if (classifyAnswer(answer).kind !== 'webSite') return answersAtAll(where, answer);
      return {
        verdict: 'unknown',
        summary: `${where} answers with a web page.`,
        cause: 'A proxy or filter of this network may answer in the token issuer’s place, which gives a small file and no page.',
        fix: `Let "${gatewayTokenUrl.host}" pass; compare with what another network gets.`,
      };
    }),
};
