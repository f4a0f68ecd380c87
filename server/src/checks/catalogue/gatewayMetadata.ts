import type { Check } from '../engine/check.ts';
import { gatewayMetadataUrl } from '../probes/microsoftHosts.ts';
import { probeGateway } from './gateway.ts';

/** G1: does the federation gateway publish its metadata, from which trusts take its signing certificates? */
export const gatewayMetadata: Check = {
  id: 'G1',
  title: 'Gateway metadata',
  group: 'Federation gateway',
  asks: 'A GET for the federation metadata of Microsoft’s gateway; only where the setting allows it.',
  guidance: ['G10', 'G27'],
  needs: [],
  considers: [],
  run: (context) =>
    probeGateway(context, gatewayMetadataUrl, (where, { status, body, truncated }) => {
      const isMetadata = /^\s*(<\?xml[^>]*\?>\s*)?<([\w-]+:)?(FederationMetadata|EntityDescriptor|EntitiesDescriptor)[\s>]/.test(body);
      if (status === 200 && isMetadata && /<([\w-]+:)?X509Certificate[\s>]/.test(body)) {
        return { verdict: 'pass', summary: `${where} answers with metadata that holds signing certificates.` };
      }
      if (status === 200 && /^\s*<(!doctype html|html)/i.test(body)) {
        return {
          verdict: 'warn',
          summary: `${where} answers with a web page instead of metadata.`,
          cause: 'A proxy or filter of this network answers in the gateway’s place.',
          fix: `Let "${gatewayMetadataUrl.host}" pass.`,
        };
      }
      return { verdict: 'unknown', summary: `${where} answers HTTP ${status}, ${truncated ? 'with more than these checks read' : 'without metadata that these checks know'}.` };
    }),
};
