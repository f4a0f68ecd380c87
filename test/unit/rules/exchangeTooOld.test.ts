import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (exchange: string): string => twoSides(`    exchange: { ${exchange} }\n`);

checkRule(
  'exchange/too-old',
  {
    'a service pack': { finds: plan('version: 2010, update: «SP2 RU4»'), says: /Exchange 2010 SP2 RU4 is older than Exchange 2010 SP3/ },
    'no service pack': { finds: plan('version: 2010, update: «RTM»'), says: /update before anything else/ },
    'a build': { finds: plan('build: «14.2.247.5»'), says: /Build 14\.2\.247\.5/ },
    'Exchange 2007 by its build': { finds: plan('build: «8.3.83.6»'), says: /older/ },
    'a build as Exchange prints it': { finds: plan('build: «Version 14.2 (Build 247.5)»'), says: /Version 14\.2/ },
    'one server of several': { finds: twoSides('    servers: [{ name: EX1, exchange: { version: 2010, update: «SP1» } }, { name: EX2, exchange: { version: 2016 } }]\n'), says: /SP1/ },
  },
  {
    'SP3': plan('version: 2010, update: SP3'),
    'SP3 with an update rollup': plan('version: 2010, update: SP3 RU32'),
    'the least build': plan('build: 14.3.123.4'),
    'a short build': plan('build: 14.3'),
    'a newer build as Exchange prints it': plan('build: Version 14.3 (Build 513.0)'),
    'the service itself': plan('version: 2016').replace('role: service', 'role: service, exchange: { version: 2010, update: SP2 }'),
    'a newer one': plan('version: 2013, update: RTM'),
    'an update rollup alone tells no service pack': plan('version: 2010, update: RU5'),
    'the update is not known': plan('version: 2010'),
    'the build decides where both are stated': plan('version: 2010, update: SP1, build: 14.3.123.4'),
    'a profile that sets no least version': plan('version: 2010, update: SP1').replace('profile: practice', 'profile: generic'),
  },
);

const county = (exchange: string): string => plan(exchange).replace('profile: practice', 'profile: county');

checkRule(
  'exchange/too-old',
  {
    'an older version than a profile of one’s own wants': { finds: county('version: «2013», update: CU23'), says: /Exchange 2013 is older than Exchange 2016 CU19\. "county" federates with Exchange 2016 CU19 or higher/ },
    'an older update of the same version': { finds: county('version: 2016, update: «CU18»'), says: /Exchange 2016 CU18 is older/ },
    'an older build of the same version': { finds: county('build: «15.1.2106.2»'), says: /Build 15\.1\.2106\.2/ },
  },
  {
    'the least': county('version: 2016, update: CU19'),
    'a newer version': county('version: 2019, update: RTM'),
    'the update is not known': county('version: 2016'),
    'an update that is not understood': county('version: 2016, update: the newest'),
    'a security update beside the level': county('version: 2016, update: CU19 Mar21SU'),
  },
  'id: county\ntitle: County\nleastExchange: { version: 2016, update: CU19 }\n',
);
