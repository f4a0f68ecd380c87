import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (...lines: readonly string[]): string =>
  twoSides('    proxy: { winHttp: { server: "p1.a.example:8080", bypass: ["<local>", "*.a.example"] } }\n', `steps:\n  - id: s\n    organization: battlecalfed\n    commandPrompt: |\n${lines.map((line) => `      ${line}\n`).join('')}`);

checkRule(
  'step/other-winhttp-bypass',
  {
    'one is left out': { finds: plan('netsh winhttp set proxy p1.a.example:8080 «"<local>"»'), says: /the step leaves out "\*\.a\.example"/ },
    'one is added': { finds: plan('netsh winhttp set proxy p1.a.example:8080 bypass-list=«"<local>;*.a.example;10.*"»'), says: /the step adds "10\.\*"/ },
    'none at all': { finds: plan('netsh winhttp set proxy «p1.a.example:8080»'), says: /leaves out "<local>", "\*\.a\.example"/ },
  },
  {
    'the same in another order': plan('netsh winhttp set proxy p1.a.example:8080 "*.A.example;<local>"'),
    'the wildcard without its dot': plan('netsh winhttp set proxy p1.a.example:8080 "<local>;*a.example"'),
    'stated as one entry with semicolons': plan('netsh winhttp set proxy p1.a.example:8080 "<local>;*.a.example"').replace('["<local>", "*.a.example"]', '["<local>;*.a.example"]'),
    'set right afterwards': plan('netsh winhttp set proxy p1.a.example:8080', 'netsh winhttp set proxy p1.a.example:8080 "<local>;*.a.example"'),
    'without its quotes, which has its own finding': plan('netsh winhttp set proxy p1.a.example:8080 <local>'),
    'not stated': plan('netsh winhttp set proxy p1.a.example:8080').replace(', bypass: ["<local>", "*.a.example"]', ''),
    'reset': plan('netsh winhttp reset proxy'),
  },
);
