import { troubled, type DiagnosisRow } from './diagnosis.ts';

export const domainNotFederated: DiagnosisRow = {
  id: 'domain-not-federated',
  symptom: 'Get-FederationInformation: InvalidDomain',
  find(findings) {
    if (findings.of('F1')?.facts.federation?.answer?.information.errorCode !== 'InvalidDomain') return undefined;
    return {
      cause: `"${findings.subject.domain}" was not added to the partner’s federated domains.`,
      fix: `The partner runs: Add-FederatedDomain -DomainName ${findings.subject.domain}`,
      explains: troubled(findings, ['F1', 'F2', 'F4']),
    };
  },
};
