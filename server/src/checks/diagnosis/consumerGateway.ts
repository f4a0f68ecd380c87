import { troubled, type DiagnosisRow } from './diagnosis.ts';

export const consumerGateway: DiagnosisRow = {
  id: 'consumer-gateway',
  symptom: 'The token is refused; an old federation trust',
  find(findings) {
    if (findings.of('F1')?.facts.consumerGateway !== true) return undefined;
    return {
      cause: 'The partner’s trust is with the consumer instance of Microsoft’s gateway, which was discontinued in 2014 (KB 2937358).',
      fix: 'The partner removes its domains and the trust, and makes the trust again: New-FederationTrust. New proofs have to be published.',
      explains: troubled(findings, ['F1', 'F2', 'F4']),
    };
  },
};
