import { isVerdict, troubled, type DiagnosisRow } from './diagnosis.ts';

export const nameMissing: DiagnosisRow = {
  id: 'name-missing',
  symptom: 'The remote name could not be resolved',
  find(findings) {
    if (!isVerdict(findings, 'D1', 'fail')) return undefined;
    return {
      cause: `No name of "${findings.subject.domain}" under which Autodiscover is looked for leads to an address: it is not in the public zone, or only in an inner one (split DNS).`,
      fix: 'Publish the "autodiscover." host in the public zone. On the Exchange server: Resolve-DnsName autodiscover.<domain>',
      explains: troubled(findings, ['D1', 'N1', 'T1', 'T2', 'T3', 'T4', 'C1', 'C2', 'C3', 'A1', 'A2', 'A3', 'F1', 'F2', 'F4', 'W1', 'W2', 'E1', 'K1']),
    };
  },
};
