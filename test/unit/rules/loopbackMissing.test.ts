import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (options: string): string => twoSides(`    proxy: { internetOptions: { ${options} } }\n`);

checkRule(
  'proxy/loopback',
  {
    'stated not to be set': { finds: plan('source: gpo, loopback: «false»'), says: /loopback processing is not set/, fixed: plan('source: gpo, loopback: true') },
    'not stated': { finds: plan('source: «gpo»'), says: /not stated whether/, fixed: plan('loopback: true, source: gpo') },
  },
  { 'set': plan('source: gpo, loopback: true'), 'set on each server': plan('source: local'), 'the source is not stated': plan('loopback: false'), 'a value to come': plan('source: gpo, loopback: ') },
);
