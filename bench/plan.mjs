// A plan of about so many lines, always the same for the same number: organizations, relationships and steps with scripts.
export function generatePlan(lines) {
  const organizations = Math.max(1, Math.round(lines / 50));
  const parts = ['federationPlan: 1', 'title: A plan to measure with', 'profile: generic', 'organizations:'];
  for (let index = 0; index < organizations; index++) {
    parts.push(
      `  organization${index}:`,
      '    role: partner',
      '    exchange: { version: 2016, update: CU23 }',
      '    acceptedDomains:',
      `      - name: domain${index}.example`,
      '        primary: true',
      `    autodiscover: https://autodiscover.domain${index}.example/autodiscover/autodiscover.svc`,
    );
  }
  parts.push('organizationRelationships:');
  for (let index = 1; index < organizations; index++) {
    parts.push(`  - name: to ${index}`, `    owner: organization${index - 1}`, `    target: organization${index}`, `    domainNames: [domain${index}.example]`, '    freeBusyAccessEnabled: true', '    freeBusyAccessLevel: AvailabilityOnly');
  }
  parts.push('steps:');
  for (let index = 0; parts.length < lines; index++) {
    parts.push(
      `  - id: step-${index}`,
      `    title: Step ${index}`,
      `    organization: organization${index % organizations}`,
      '    run: |',
      '      Get-ClientAccessService | Get-WebServicesVirtualDirectory | Set-WebServicesVirtualDirectory -WSSecurityAuthentication $true',
      `      New-OrganizationRelationship -Name "Step ${index}" -DomainNames domain${index % organizations}.example -FreeBusyAccessEnabled $true`,
      '    verify: |',
      '      Get-FederationTrust | Format-List',
      '',
    );
  }
  return `${parts.join('\n')}\n`;
}
