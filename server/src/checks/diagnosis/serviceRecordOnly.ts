import { isVerdict, troubled, type DiagnosisRow } from './diagnosis.ts';

export const serviceRecordOnly: DiagnosisRow = {
  id: 'srv-only',
  symptom: 'Outlook works, Federation information could not be received',
  find(findings) {
    if (!isVerdict(findings, 'D2', 'warn') || !isVerdict(findings, 'F1', 'fail')) return undefined;
    return {
      cause: 'Autodiscover is published by an SRV record alone. Outlook follows it; Exchange’s own lookup has no such step.',
      fix: 'Publish the "autodiscover." host as an A or CNAME record, or state TargetAutodiscoverEpr in the organization relationship.',
      explains: troubled(findings, ['D1', 'D2', 'F1', 'F2', 'F4', 'W1', 'A2', 'A3', 'K1', 'N1']),
    };
  },
};
