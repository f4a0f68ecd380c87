import { isVerdict, type DiagnosisRow } from './diagnosis.ts';

export const hybridPartner: DiagnosisRow = {
  id: 'hybrid-partner',
  symptom: 'Some mailboxes show nothing',
  find(findings) {
    const found = findings.of('F1')?.facts.federation?.answer;
    if (findings.of('F3')?.facts.inExchangeOnline !== true || !isVerdict(findings, 'F3', 'info') || found === undefined) return undefined;
    return {
      cause: 'The partner is hybrid: mailboxes that moved to Exchange Online are not reached by a relationship that aims at its own servers, nor the other way round.',
      fix: 'Ask the partner which side holds the mailboxes; for both, a second relationship to the cloud routing domain is needed.',
      explains: ['F3'],
    };
  },
};
