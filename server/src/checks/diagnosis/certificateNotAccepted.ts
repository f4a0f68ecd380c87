import { endpointWithoutTrust, isVerdict, troubled, type DiagnosisRow } from './diagnosis.ts';

export const certificateNotAccepted: DiagnosisRow = {
  id: 'certificate-not-accepted',
  symptom: 'Could not establish trust relationship',
  find(findings) {
    const wrong = (['C1', 'C2', 'C3'] as const).filter((check) => isVerdict(findings, check, 'fail'));
    if (wrong.length === 0 || !isVerdict(findings, 'F1', 'warn')) return undefined;
    return {
      cause: 'The federation answers, but over a connection whose certificate Exchange does not accept, so Exchange never hears the answer.',
      fix: 'Renew or replace the certificate with one of a public authority that has both host names; the checks C1–C3 say what is wrong with it.',
      explains: [...troubled(findings, ['C1', 'C2', 'C3', 'A1', 'F1']), ...endpointWithoutTrust(findings)],
    };
  },
};
