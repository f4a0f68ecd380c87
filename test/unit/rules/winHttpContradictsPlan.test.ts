import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (...lines: readonly string[]): string =>
  twoSides('    proxy: { winHttp: { server: "p1.a.example:8080" } }\n', `steps:\n  - id: s\n    organization: battlecalfed\n    commandPrompt: |\n${lines.map((line) => `      ${line}\n`).join('')}`);

checkRule(
  'step/other-winhttp-proxy',
  {
    'another proxy': { finds: plan('netsh winhttp show proxy', 'netsh winhttp set proxy «p2.a.example:8080» "<local>"'), says: /sets "p2\.a\.example:8080", and the plan states "p1/, fixed: plan('netsh winhttp show proxy', 'netsh winhttp set proxy p1.a.example:8080 "<local>"') },
    'by its name': { finds: plan('netsh winhttp set proxy proxy-server="«p1.a.example:80»" bypass-list="<local>"'), says: /p1\.a\.example:80/, fixed: plan('netsh winhttp set proxy proxy-server="p1.a.example:8080" bypass-list="<local>"') },
  },
  {
    'the same': plan('netsh winhttp set proxy P1.a.example:8080 "<local>"'),
    'set right afterwards': plan('netsh winhttp set proxy p2.a.example:8080', 'netsh winhttp set proxy p1.a.example:8080'),
    'by its short name': plan('netsh winhttp set proxy p1:8080'),
    'by its address': plan('netsh winhttp set proxy 192.0.2.7:8080'),
    'reset': plan('netsh winhttp reset proxy'),
    'a list by protocol': plan('netsh winhttp set proxy "http=p2.a.example;https=p3.a.example"'),
    'not stated': plan('netsh winhttp set proxy p2.a.example:8080').replace('winHttp: { server: "p1.a.example:8080" }', ''),
  },
);
