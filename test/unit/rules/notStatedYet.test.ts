import { checkRule } from '../../support/checkRule.ts';

const plan = (profile: string): string => `federationPlan: 1
profile: ${profile}
agreement: { reference: FPA-0042, authorisedSignatory: { name: A }, singlePointOfContact: { name: B } }
organizations:
  a:
    role: partner
    acceptedDomains: [a.example]
    exchange: { version: 2016 }
    sector: pharmacy
`;

checkRule(
  'profile/not-stated',
  { 'one line for all': { finds: plan('«nhsmail-2018»'), says: /: organizations\.a\.administrator, .*organizations\.a\.federatedOrganizationIdentifier\.$/ } },
  { 'a profile that wants nothing': plan('generic'), 'no profile': plan('generic').replace('profile: generic\n', '') },
);
