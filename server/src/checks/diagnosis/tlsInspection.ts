import { isVerdict, type DiagnosisRow } from './diagnosis.ts';

export const tlsInspection: DiagnosisRow = {
  id: 'tls-inspection',
  symptom: 'Unable to retrieve federation metadata',
  find(findings) {
    const inspected = (['G1', 'G2', 'G3'] as const).filter((check) => isVerdict(findings, check, 'warn'));
    if (inspected.length < 2) return undefined;
    return {
      cause: 'A device of this network opens the connections to Microsoft’s federation gateway. Where the Exchange servers go the same way, they do not reach it either.',
      fix: 'Exempt the gateway’s hosts from inspection; on the server, browse the metadata address as its system account.',
      explains: inspected,
    };
  },
};
