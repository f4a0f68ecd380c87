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

const own = 'id: county\ntitle: County\nwants: { plan: [agreement.singlePointOfContact], partner: [exchange] }\n';
const partner = (keys: string, agreement = ''): string => `federationPlan: 1\nprofile: «county»\n${agreement}organizations:\n  a:\n    role: partner\n    acceptedDomains: [a.example]\n${keys}`;
const unmarked = (...args: readonly [string, string?]): string => partner(...args).replace(/[«»]/g, '');
const contact = '    singlePointOfContact: { name: Desk }\n';
const servers = '    servers: [{ name: EX1, exchange: { version: 2016 } }]\n';

checkRule(
  'profile/not-stated',
  {
    'servers without a version': { finds: partner(`${contact}    servers: [{ name: EX1 }]\n`), says: /: organizations\.a\.exchange\.$/ },
    'a partner without a contact': { finds: partner(servers), says: /: agreement\.singlePointOfContact\.$/ },
  },
  {
    'each server states its version, and the partner has a contact of its own': unmarked(contact + servers),
    'the contact of the agreement stands for the partner': unmarked(servers, 'agreement: { singlePointOfContact: { name: Desk } }\n'),
  },
  own,
);
