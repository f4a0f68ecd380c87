import { isVerdict, troubled, type DiagnosisRow } from './diagnosis.ts';

export const proofNotTaken: DiagnosisRow = {
  id: 'proof-not-taken',
  symptom: 'Proof of domain ownership has failed',
  find(findings) {
    const code = findings.of('F1')?.facts.federation?.answer?.information.errorCode;
    if (code !== 'InvalidDomain' || !isVerdict(findings, 'D3', 'fail', 'warn')) return undefined;
    return {
      cause: 'The domain’s TXT record is missing or is another than the plan’s, so the gateway did not take the domain into the federation.',
      fix: 'Publish what Get-FederatedDomainProof prints, wait for the record’s time to live, then Add-FederatedDomain.',
      explains: troubled(findings, ['D3', 'F1', 'F2', 'F4']),
    };
  },
};
