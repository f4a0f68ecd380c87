import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const twoSidesOf = (partner: string, profile = 'nhsmail-2018'): string => twoSides(partner).replace('profile: practice', `profile: ${profile}`);
const plan = (exchange: string, profile?: string): string => twoSidesOf(`    exchange: { ${exchange} }\n`, profile);

checkRule(
  'exchange/out-of-support',
  {
    'a version': { finds: plan('version: «2016»'), says: /ended on 14 October 2025; "nhsmail-2018" takes Exchange 2010 SP3 and higher all the same/ },
    'without a profile': { finds: plan('version: «2013»', 'generic'), says: /ended on 11 April 2023; it federates all the same/ },
    'once for all servers': { finds: twoSidesOf('    servers: [{ name: A, exchange: { version: «2019» } }, { name: B, exchange: { version: 2016 } }]\n'), says: /Exchange Server 2019/ },
  },
  { 'in support': plan('version: SE'), 'Exchange Online': plan('version: Online'), 'not stated, though the profile knows it of the service': twoSidesOf(''), 'an exercise': plan('version: 2016', 'practice') },
);

checkRule(
  'exchange/out-of-support',
  { 'an older one than the profile takes is not said to be taken': { finds: plan('version: «2013», update: CU23', 'county'), says: /ended on 11 April 2023\. Plan the move/ } },
  {},
  'id: county\ntitle: County\nleastExchange: { version: 2016, update: CU19 }\n',
);
