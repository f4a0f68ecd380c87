import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (exchange: string): string => twoSides(`    exchange: { ${exchange} }\n`);

checkRule(
  'exchange/unknown-build',
  {
    'an update that there never was': { finds: plan('version: 2016, update: «CU24»'), says: /Exchange Server 2016 has no CU24 that is listed; its last is CU23/ },
    'a build between two': { finds: plan('version: 2016, build: «15.1.2507.7»'), says: /the one before it is 15\.1\.2507\.6, CU23 of Exchange 2016/ },
  },
  {
    'listed': plan('version: 2016, update: CU23, build: 15.1.2507.6'),
    'the next update of a version that still gets them': plan('version: SE, update: CU2'),
    'newer than the list': plan('version: SE, build: 15.2.2562.9000'),
    'a short build': plan('version: 2016, build: 15.1.2507'),
    'an update in other words': plan('version: 2016, update: the newest'),
    'Exchange Online': plan('version: Online, build: 15.20.9000.12'),
  },
);
