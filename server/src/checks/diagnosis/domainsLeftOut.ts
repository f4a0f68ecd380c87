import { troubled, type DiagnosisRow } from './diagnosis.ts';

export const domainsLeftOut: DiagnosisRow = {
  id: 'domains-left-out',
  symptom: 'Works for one domain, not for the others',
  find(findings) {
    const missing = findings.of('F2')?.facts.domainsLeftOut ?? [];
    if (missing.length === 0) return undefined;
    return {
      cause: `The partner’s federation was not given ${missing.map((each) => `"${each}"`).join(', ')}: free/busy of mailboxes there is refused while others are shown.`,
      fix: `The partner: ${missing.map((each) => `Add-FederatedDomain -DomainName ${each}`).join('; ')}. Then Set-OrganizationRelationship -DomainNames with all of them.`,
      explains: troubled(findings, ['F2']),
    };
  },
};
