import { checkRule } from '../../support/checkRule.ts';

const plan = (...lines: readonly string[]): string => `federationPlan: 1
organizations:
  a:
    exchange: { version: 2016 }
    acceptedDomains: [a.example]
    proxy: { internetWebProxy: http://p1.a.example:8080 }
    federationTrust: { name: Gateway }
    federatedOrganizationIdentifier: { accountNamespace: a.example }
  b: { acceptedDomains: [b.example, b2.example] }
organizationRelationships:
  - name: To B
    owner: a
    target: b
    domainNames: [b.example]
    enabled: true
    freeBusyAccessEnabled: true
    freeBusyAccessLevel: AvailabilityOnly
    targetApplicationUri: FYDIBOHF25SPDLT.b.example
    targetAutodiscoverEpr: https://autodiscover.b.example/autodiscover/autodiscover.svc/WSSecurity
  - name: Other
    owner: a
    target: b
    domainNames: [b2.example]
steps:
  - id: s
    organization: a
    run: |
${lines.map((line) => `      ${line}\n`).join('')}`;

checkRule(
  'step/contradicts-plan',
  {
    'a namespace that is no accepted domain, where the plan states none': {
      finds: plan('Set-FederatedOrganizationIdentifier -AccountNamespace «aa.example» -Enabled $true').replace('{ accountNamespace: a.example }', '{ enabled: true }'),
      says: /"aa\.example" is not a domain that the plan states for "a"/,
      fixed: plan('Set-FederatedOrganizationIdentifier -AccountNamespace a.example -Enabled $true').replace('{ accountNamespace: a.example }', '{ enabled: true }'),
    },
    'another level': {
      finds: plan('New-OrganizationRelationship -Name "To B" -DomainNames b.example -FreeBusyAccessLevel «LimitedDetails»'),
      says: /sets "LimitedDetails", and the plan states "freeBusyAccessLevel: AvailabilityOnly"/,
      fixed: plan('New-OrganizationRelationship -Name "To B" -DomainNames b.example -FreeBusyAccessLevel AvailabilityOnly'),
    },
    'by its place': { finds: plan("Set-OrganizationRelationship 'to b' -FreeBusyAccessLevel:«LimitedDetails»"), says: /LimitedDetails/, fixed: plan("Set-OrganizationRelationship 'to b' -FreeBusyAccessLevel:AvailabilityOnly") },
    'in the pipeline': { finds: plan('Get-FederationInformation b.example |', '  New-OrganizationRelationship -Name "To B" -FreeBusyAccessEnabled «$false»'), says: /freeBusyAccessEnabled: true/, fixed: plan('Get-FederationInformation b.example |', '  New-OrganizationRelationship -Name "To B" -FreeBusyAccessEnabled $true') },
    'another domain': { finds: plan('New-OrganizationRelationship -Name "To B" -DomainNames «bb.example»'), says: /names "bb\.example", and the plan's relationship does not/, fixed: plan('New-OrganizationRelationship -Name "To B" -DomainNames b.example') },
    'one domain of a list': { finds: plan('New-OrganizationRelationship -Name "To B" -DomainNames «b.example, c.example»'), says: /names "c\.example"/ },
    'another endpoint': {
      finds: plan('Set-OrganizationRelationship "To B" -TargetAutodiscoverEpr «https://mail.b.example/autodiscover/autodiscover.svc/WSSecurity»'),
      says: /targetAutodiscoverEpr/,
      fixed: plan('Set-OrganizationRelationship "To B" -TargetAutodiscoverEpr https://autodiscover.b.example/autodiscover/autodiscover.svc/WSSecurity'),
    },
    'another proxy': { finds: plan('Get-ExchangeServer | Set-ExchangeServer -InternetWebProxy:«http://p2.a.example:8080»'), says: /sets the proxy "p2/, fixed: plan('Get-ExchangeServer | Set-ExchangeServer -InternetWebProxy:http://p1.a.example:8080') },
    'another namespace': { finds: plan('Set-FederatedOrganizationIdentifier -AccountNamespace «c.example»'), says: /account namespace "c\.example"/, fixed: plan('Set-FederatedOrganizationIdentifier -AccountNamespace a.example') },
    'another trust': { finds: plan('Set-FederatedOrganizationIdentifier -DelegationFederationTrust «"Microsoft Federation Gateway"»'), says: /calls that of "a" "Gateway"/ },
    'the proof of a domain that is none of its own': { finds: plan('Get-FederatedDomainProof -DomainName «aa.example»'), says: /Did you mean "a\.example"/, fixed: plan('Get-FederatedDomainProof -DomainName a.example') },
    'the last of two counts': { finds: plan('New-OrganizationRelationship -Name "To B" -FreeBusyAccessLevel AvailabilityOnly', 'Set-OrganizationRelationship "To B" -FreeBusyAccessLevel «LimitedDetails»'), says: /LimitedDetails/, fixed: plan('New-OrganizationRelationship -Name "To B" -FreeBusyAccessLevel AvailabilityOnly', 'Set-OrganizationRelationship "To B" -FreeBusyAccessLevel AvailabilityOnly') },
  },
  {
    'all as the plan states it': plan(
      'Get-ExchangeServer | Set-ExchangeServer -InternetWebProxy HTTP://P1.a.example:8080/',
      'New-FederationTrust -Name gateway -Thumbprint 0123',
      'Get-FederatedDomainProof -DomainName A.example',
      'Set-FederatedOrganizationIdentifier -DelegationFederationTrust Gateway -AccountNamespace FYDIBOHF25SPDLT.a.example -Enabled $true',
      'New-OrganizationRelationship -Name "TO B" -DomainNames "b.example" -FreeBusyAccessEnabled $true -FreeBusyAccessLevel availabilityonly -TargetApplicationUri b.example',
    ),
    'what is not constant': plan('New-OrganizationRelationship -Name "To B" -FreeBusyAccessLevel $level -DomainNames (Get-Content domains.txt)', 'Set-ExchangeServer EX1 -InternetWebProxy "http://$proxy"'),
    'another relationship': plan('New-OrganizationRelationship -Name "To C" -DomainNames c.example -FreeBusyAccessLevel LimitedDetails'),
    'which relationship is not written': plan('Get-OrganizationRelationship | Set-OrganizationRelationship -FreeBusyAccessLevel LimitedDetails'),
    'set right afterwards': plan('New-OrganizationRelationship -Name "To B" -FreeBusyAccessLevel LimitedDetails', 'Set-OrganizationRelationship "To B" -FreeBusyAccessLevel AvailabilityOnly'),
    'perhaps set right afterwards': plan('New-OrganizationRelationship -Name "To B" -FreeBusyAccessLevel LimitedDetails', 'Get-OrganizationRelationship | Set-OrganizationRelationship -FreeBusyAccessLevel AvailabilityOnly'),
    'in a branch': plan('if ($details) {', '  Set-OrganizationRelationship "To B" -FreeBusyAccessLevel LimitedDetails', '}'),
    'switched off before it is removed': plan('Set-OrganizationRelationship "To B" -Enabled $false -FreeBusyAccessEnabled $false -FreeBusyAccessLevel None', 'Remove-OrganizationRelationship "To B"'),
    'the proxy by its short name': plan('Get-ExchangeServer | Set-ExchangeServer -InternetWebProxy http://p1:8080'),
    'the proxy is taken out': plan('Get-ExchangeServer | Set-ExchangeServer -InternetWebProxy $null'),
    'a domain is added': plan('Set-OrganizationRelationship "To B" -DomainNames @{ Add = "c.example" }'),
    'in a comment and in a text': plan('# New-OrganizationRelationship -Name "To B" -FreeBusyAccessLevel LimitedDetails', '"Set-OrganizationRelationship To B -FreeBusyAccessLevel LimitedDetails"'),
    'shown, not done': plan('New-OrganizationRelationship -Name "To B" -FreeBusyAccessLevel LimitedDetails -WhatIf'),
    'to undo is not to do': plan('Get-OrganizationRelationship') + '    undo: Set-OrganizationRelationship "To B" -FreeBusyAccessLevel LimitedDetails\n',
    'a namespace below an accepted domain, where the plan states none': plan('Set-FederatedOrganizationIdentifier -AccountNamespace exchangedelegation.a.example').replace('{ accountNamespace: a.example }', '{ enabled: true }'),
    'in the tenant of a hybrid organization': plan('Connect-ExchangeOnline', 'New-OrganizationRelationship -Name "To B" -DomainNames b.example -FreeBusyAccessLevel LimitedDetails'),
    'a namespace of one’s own': plan('Set-FederatedOrganizationIdentifier -AccountNamespace exchangedelegation.a.example'),
  },
);
