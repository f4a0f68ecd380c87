import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (proxy: string): string => twoSides(`    proxy: { internetWebProxy: ${proxy} }\n`);

checkRule(
  'proxy/form',
  {
    'https': { finds: plan('«https://proxy1.a.example:8080»'), says: /begins with https/, fixed: plan('http://proxy1.a.example:8080') },
    'no scheme': { finds: plan('«proxy1.a.example:8080»'), says: /has no http:\/\//, fixed: plan('http://proxy1.a.example:8080') },
    'a placeholder': { finds: plan("«'http://<Proxy Server>:Proxy Port'»"), says: /angle brackets of a placeholder/ },
    'a blank': { finds: plan("«'http:// proxy1.a.example:8080'»"), says: /a blank/ },
  },
  { 'http': plan('http://proxy1.a.example:8080'), 'with a slash': plan('HTTP://proxy1.a.example:8080/'), 'an address': plan('http://[2001:db8::1]:8080'), 'no value yet': plan('') },
);
