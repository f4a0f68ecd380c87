import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (key: string, value: string): string =>
  twoSides('', `organizationRelationships:\n  - owner: battlecalfed\n    target: practicemail\n    domainNames: [practicemail.example]\n    ${key}: ${value}\n`);
const autodiscover = (value: string): string => plan('targetAutodiscoverEpr', value);
const sharing = (value: string): string => plan('targetSharingEpr', value);

checkRule(
  'relationship/target-endpoint',
  {
    'Autodiscover without WSSecurity': {
      finds: autodiscover('«https://autodiscover.b.example/autodiscover/autodiscover.svc»'),
      says: /does not end in "\/WSSecurity"/,
      fixed: autodiscover('https://autodiscover.b.example/autodiscover/autodiscover.svc/WSSecurity'),
    },
    'the clients’ Autodiscover': {
      finds: autodiscover('«https://autodiscover.b.example/autodiscover/autodiscover.xml»'),
      says: /WSSecurity/,
      fixed: autodiscover('https://autodiscover.b.example/autodiscover/autodiscover.svc/WSSecurity'),
    },
    'by http': {
      finds: autodiscover('«http://autodiscover.b.example/autodiscover/autodiscover.svc/WSSecurity»'),
      says: /not an https address/,
      fixed: autodiscover('https://autodiscover.b.example/autodiscover/autodiscover.svc/WSSecurity'),
    },
    'Exchange Web Services for Autodiscover': { finds: autodiscover('«https://mail.b.example/EWS/Exchange.asmx/WSSecurity»'), says: /not of Autodiscover/ },
    'Autodiscover for Exchange Web Services': { finds: sharing('«https://autodiscover.b.example/autodiscover/autodiscover.svc/WSSecurity»'), says: /not of Exchange Web Services/ },
    'sharing by http': { finds: sharing('«http://mail.b.example/EWS/Exchange.asmx»'), says: /not an https address/, fixed: sharing('https://mail.b.example/EWS/Exchange.asmx') },
    'sharing with what Exchange appends': { finds: sharing('«https://mail.b.example/EWS/Exchange.asmx/WSSecurity»'), says: /Exchange appends it/, fixed: sharing('https://mail.b.example/EWS/Exchange.asmx') },
  },
  {
    'on premises': autodiscover('https://autodiscover.b.example/autodiscover/autodiscover.svc/WSSecurity'),
    'in the cloud, by either name': autodiscover('https://autodiscover.outlook.com/autodiscover/autodiscover.svc/WSSecurity') + '    targetSharingEpr: https://outlook.office365.com/EWS/Exchange.asmx\n',
    'another path of one’s own': autodiscover('https://gateway.b.example/calendar/WSSecurity'),
    'sharing': sharing('https://mail.b.example/ews/exchange.asmx'),
    'what is no address': autodiscover('ask-the-partner'),
  },
);
