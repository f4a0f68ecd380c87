import { isVerdict, type DiagnosisRow } from './diagnosis.ts';

export const innerWebServicesAddress: DiagnosisRow = {
  id: 'inner-web-services-address',
  symptom: 'Autodiscover succeeds, free/busy fails',
  find(findings) {
    if (!isVerdict(findings, 'A3', 'warn')) return undefined;
    return {
      cause: 'Autodiscover gives out an address of Exchange Web Services that exists inside the partner’s network only: ExternalUrl is missing (KB 3058294).',
      fix: 'Set-WebServicesVirtualDirectory -ExternalUrl https://<public host>/EWS/Exchange.asmx',
      explains: ['A3'],
    };
  },
};
