import { checkRule } from '../../support/checkRule.ts';

const plan = (autodiscover: string, webServices = 'https://mail.a.example/EWS/Exchange.asmx'): string => `federationPlan: 1
organizations:
  a:
    acceptedDomains: [a.example]
    autodiscover: ${autodiscover}
    webServices: ${webServices}
`;
const good = 'https://autodiscover.a.example/autodiscover/autodiscover.svc';

checkRule(
  'exchange/published-endpoint',
  {
    'a host alone': { finds: plan('«autodiscover.a.example»'), says: /has no https:\/\/ before it/, fixed: plan('https://autodiscover.a.example') },
    'without encryption': { finds: plan(good, '«http://mail.a.example/EWS/Exchange.asmx»'), says: /Exchange Web Services is stated as .*begins with http:/, fixed: plan(good) },
    'the one in the place of the other': { finds: plan('«https://mail.a.example/EWS/Exchange.asmx»'), says: /is the address of Exchange Web Services, not of Autodiscover/ },
    'and the other way round': { finds: plan(good, `«${good}»`), says: /is the address of Autodiscover/ },
  },
  {
    'both as they are': plan(good),
    'with a port, capitals and a name in its own letters': plan('HTTPS://autodiscover.müller.example:443/Autodiscover/Autodiscover.svc', 'https://mail.a.example/ews/exchange.asmx/'),
    'another path': plan('https://mail.a.example', 'https://mail.a.example/exchange-services'),
    'still being written': plan('https', 'https:/'),
    'what is no address at all': plan('by the SRV record'),
  },
);
