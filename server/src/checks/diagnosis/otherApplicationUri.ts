import { isVerdict, type DiagnosisRow } from './diagnosis.ts';

export const otherApplicationUri: DiagnosisRow = {
  id: 'other-application-uri',
  symptom: 'ErrorMailRecipientNotFound, InvalidOrganizationRelationship',
  find(findings) {
    if (!isVerdict(findings, 'F2', 'fail')) return undefined;
    return {
      cause: 'The plan’s relationship aims at another application URI than the partner’s Exchange states of itself.',
      fix: 'Set-OrganizationRelationship -TargetApplicationUri with what Get-FederationInformation shows.',
      explains: ['F2'],
    };
  },
};
