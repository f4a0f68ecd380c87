import { troubled, type DiagnosisRow } from './diagnosis.ts';

export const notFederated: DiagnosisRow = {
  id: 'not-federated',
  symptom: 'Get-FederationInformation: NotFederated',
  find(findings) {
    if (findings.of('F1')?.facts.federation?.answer?.information.errorCode !== 'NotFederated') return undefined;
    return {
      cause: 'The partner’s federation trust is missing, or its federated organization identifier is not enabled.',
      fix: 'The partner creates the trust, then: Set-FederatedOrganizationIdentifier -Enabled $true',
      explains: troubled(findings, ['F1', 'F2', 'F4', 'D3']),
    };
  },
};
