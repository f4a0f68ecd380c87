import { troubled, type DiagnosisRow } from './diagnosis.ts';

export const proxyHere: DiagnosisRow = {
  id: 'proxy-here',
  symptom: 'Every connection ends at this side’s proxy',
  find(findings) {
    const { subject, of } = findings;
    if (of('N1')?.facts.closedByProxy !== true) return undefined;
    return {
      cause: `This side’s own proxy opens no way to "${subject.domain}". Nothing is known of the partner.`,
      fix: 'Correct the proxy in the settings, or ask whoever runs it to let port 443 pass; then run the checks again.',
      explains: troubled(findings, ['N1', 'T1', 'T2', 'T3', 'T4', 'C1', 'C2', 'C3', 'A1', 'A2', 'A3', 'F1', 'F2', 'F4', 'W1', 'W2', 'E1', 'K1']),
    };
  },
};
