import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (exchange: string): string => twoSides(`    exchange: { ${exchange} }\n`);

checkRule(
  'exchange/build-mismatch',
  {
    'another version': { finds: plan('version: 2019, build: «15.1.2507.6»'), says: /one of Exchange 2016, and the version is stated as "2019"/, fixed: plan('version: 2016, build: 15.1.2507.6') },
    'the cloud’s': { finds: plan('version: 2016, build: «15.20.9000.12»'), says: /Exchange Online/, fixed: plan('version: Online, build: 15.20.9000.12') },
    'the edition after 2019': { finds: plan('version: 2019, build: «15.2.2562.17»'), says: /Exchange SE/, fixed: plan('version: SE, build: 15.2.2562.17') },
    'another update': { finds: plan('version: 2016, update: CU22, build: «15.1.2507.6»'), says: /is CU23 of Exchange 2016, and the update is stated as "CU22"/ },
    'a server': { finds: twoSides('    servers: [{ name: EX1, exchange: { version: 2013, build: «14.3.123.4» } }]\n'), says: /Exchange 2010/, fixed: twoSides('    servers: [{ name: EX1, exchange: { version: 2010, build: 14.3.123.4 } }]\n') },
  },
  {
    'they belong together': plan('version: 2016, update: CU23, build: 15.1.2507.6'),
    'a security update on the same level': plan('version: 2016, update: CU23 Aug25SU, build: 15.1.2507.6'),
    'a rollup, which the server does not show': plan('version: 2010, update: SP3 RU32, build: 14.3.123.4'),
    'the second name of a level': plan('version: 2013, update: CU4, build: 15.0.847.32'),
    'written long': plan('version: 2016, update: Cumulative Update 23, build: 15.01.2507.006'),
    'a short build that two have': plan('version: 2019, build: 15.2'),
    'a build that is not listed': plan('version: 2016, update: CU22, build: 15.1.9999.1'),
    'numbers of nothing known': plan('version: 2016, build: 99.1'),
    'an update in other words': plan('version: 2016, update: latest, build: 15.1.2507.6'),
    'the build alone': plan('build: 15.1.2507.6'),
  },
);
