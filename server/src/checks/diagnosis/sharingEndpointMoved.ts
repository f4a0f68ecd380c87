import { isVerdict, troubled, type DiagnosisRow } from './diagnosis.ts';

export const sharingEndpointMoved: DiagnosisRow = {
  id: 'sharing-endpoint-moved',
  symptom: 'Object moved',
  find(findings) {
    if (findings.subject.relationships?.some(({ targetSharingEpr }) => targetSharingEpr !== undefined) !== true) return undefined;
    if (findings.of('E1')?.facts.answerKind !== 'redirect' || !isVerdict(findings, 'E1', 'warn', 'fail')) return undefined;
    return {
      cause: 'An endpoint that the relationship states has moved; it overrides what Autodiscover says.',
      fix: 'Empty TargetSharingEpr, or set it to the new address: Set-OrganizationRelationship -TargetSharingEpr $null',
      explains: troubled(findings, ['E1', 'W2']),
    };
  },
};
