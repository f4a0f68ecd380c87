import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (value: string): string => twoSides(`    proxy: { allowsOutbound443: ${value} }\n`);

checkRule('proxy/outbound-closed', { 'closed': { finds: plan('«false»'), says: /proxy's allow list/ } }, { 'open': plan('true'), 'not stated': plan(''), 'a value that is told to be wrong already': plan('no') });
