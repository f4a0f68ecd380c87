import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (exchange: string, winHttp: string): string => twoSides(`    proxy:\n      internetWebProxy: ${exchange}\n      winHttp: { server: ${winHttp} }\n`);

checkRule(
  'proxy/mismatch',
  {
    'another host': { finds: plan('http://proxy1.a.example:1234', '«"proxy2.a.example:1234"»'), says: /"proxy2\.a\.example:1234", Exchange by "proxy1\.a\.example:1234"/ },
    'another address': { finds: plan('http://192.0.2.7:1234', '«"192.0.2.8:1234"»'), says: /same proxy/ },
    'another short name': { finds: plan('http://proxy1:1234', '«"proxy12:1234"»'), says: /same proxy/ },
    'a short name with another port': { finds: plan('http://proxy1.a.example:1234', '«"proxy1:8080"»'), says: /same proxy/ },
    'another port': { finds: plan('http://proxy1.a.example:1234', '«"proxy1.a.example:8080"»'), says: /same proxy in both/ },
  },
  {
    'the same': plan('http://proxy1.a.example:1234', '"proxy1.a.example:1234"'),
    'the same, with a slash and capitals': plan('http://PROXY1.a.example:1234/', '"proxy1.a.example:1234"'),
    'the default port': plan('http://proxy1.a.example', '"proxy1.a.example:80"'),
    'a port with a zero before it': plan('http://proxy1.a.example:8080', '"proxy1.a.example:08080"'),
    'a list by protocol is not compared': plan('http://proxy1.a.example:1234', '"http=proxy2.a.example:80;https=proxy3.a.example:80"'),
    'a short name and its full one': plan('http://proxy1.corp.a.example:1234', '"proxy1:1234"'),
    'an address and a name': plan('http://192.0.2.7:1234', '"proxy1.a.example:1234"'),
    'a dot behind the name': plan('http://proxy1.a.example.:1234', '"proxy1.a.example:1234"'),
    'only one of them': twoSides('    proxy: { internetWebProxy: "http://proxy1.a.example:1234" }\n'),
  },
);
