import { checkRule } from '../../support/checkRule.ts';

const plan = (profile: string): string => `federationPlan: 1\nprofile: ${profile}\norganizations:\n  a: { acceptedDomains: [a.example] }\n`;

checkRule(
  'profile/then-and-now',
  { 'the guidance of 2018': { finds: plan('«nhsmail-2018»'), says: /TLS it says: TLS 1\.0 .*Today: Microsoft 365 has refused.*take the profile "nhsmail"/, fixed: plan('nhsmail') } },
  { 'today’s profile': plan('nhsmail'), 'any two organizations': plan('generic'), 'no profile': 'federationPlan: 1\norganizations:\n  a: { acceptedDomains: [a.example] }\n' },
);
