import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (options: string, rest = ', internetWebProxy: http://p1.a.example:8080'): string => twoSides(`    proxy: { internetOptions: { server: ${options} }${rest} }\n`);

checkRule(
  'proxy/internet-options-differ',
  { 'another proxy': { finds: plan('«p2.a.example:8080»'), says: /"p2\.a\.example:8080", Exchange and WinHTTP by "p1\.a\.example:8080"/ } },
  { 'the same': plan('p1.a.example:8080'), 'by its short name': plan('p1:8080'), 'by its address': plan('192.0.2.7:8080'), 'the same as one of two': plan('p2.a.example:8080', ', internetWebProxy: http://p1.a.example:8080, winHttp: { server: p2.a.example:8080 }'), 'nothing to compare with': plan('p2.a.example:8080', ''), 'a list by protocol': plan('http=p2.a.example:80;https=p3.a.example:80') },
);
