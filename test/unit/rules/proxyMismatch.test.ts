import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (exchange: string, winHttp: string): string => twoSides(`    proxy:\n      internetWebProxy: ${exchange}\n      winHttp: { server: ${winHttp} }\n`);

checkRule(
  'proxy/mismatch',
  {
    'another host': { finds: plan('http://proxy1.a.example:1234', '«"proxy2.a.example:1234"»'), says: /"proxy2\.a\.example:1234", Exchange by "proxy1\.a\.example:1234"/ },
    'another port': { finds: plan('http://proxy1.a.example:1234', '«"proxy1.a.example:8080"»'), says: /same proxy in both/ },
  },
  {
    'the same': plan('http://proxy1.a.example:1234', '"proxy1.a.example:1234"'),
    'the same, with a slash and capitals': plan('http://PROXY1.a.example:1234/', '"proxy1.a.example:1234"'),
    'the default port': plan('http://proxy1.a.example', '"proxy1.a.example:80"'),
    'a port with a zero before it': plan('http://proxy1.a.example:8080', '"proxy1.a.example:08080"'),
    'a list by protocol is not compared': plan('http://proxy1.a.example:1234', '"http=proxy2.a.example:80;https=proxy3.a.example:80"'),
    'only one of them': twoSides('    proxy: { internetWebProxy: "http://proxy1.a.example:1234" }\n'),
  },
);
