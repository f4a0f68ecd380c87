import { checkRule } from '../../support/checkRule.ts';

const plan = (line: string, version = 'Online', domains = 'b.example, b2.example'): string => `federationPlan: 1
organizations:
  a: { exchange: { version: 2016 }, acceptedDomains: [a.example] }
  b: { exchange: { version: ${version} }, acceptedDomains: [b.example, b2.example] }
organizationRelationships:
  - { name: To B, owner: a, target: b, domainNames: [${domains}] }
steps:
  - id: s
    organization: a
    run: |
      Get-FederationInformation -DomainName b.example |
        ${line}
`;

checkRule(
  'step/piped-domains',
  {
    'one of two': {
      finds: plan('«New-OrganizationRelationship» -Name "To B" -FreeBusyAccessEnabled $true'),
      says: /the plan names 2: the others would be left out/,
      fixed: plan('New-OrganizationRelationship -DomainNames b.example, b2.example -Name "To B" -FreeBusyAccessEnabled $true'),
    },
  },
  {
    'listed': plan('New-OrganizationRelationship -Name "To B" -DomainNames b.example, b2.example'),
    'splatted': plan('New-OrganizationRelationship -Name "To B" @more'),
    'a server answers with all of them': plan('New-OrganizationRelationship -Name "To B"', '2016'),
    'one domain': plan('New-OrganizationRelationship -Name "To B"', 'Online', 'b.example'),
    'another relationship': plan('New-OrganizationRelationship -Name "To C"'),
    'shown only': plan('Format-List'),
  },
);
