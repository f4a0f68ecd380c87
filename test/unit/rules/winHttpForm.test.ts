import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (...lines: readonly string[]): string => twoSides('', `steps:\n  - id: s\n    organization: battlecalfed\n    commandPrompt: |\n${lines.map((line) => `      ${line}\n`).join('')}`);

checkRule(
  'step/winhttp-form',
  {
    'no proxy': { finds: plan('«netsh winhttp set proxy»'), says: /names no proxy/ },
    'curly quotes': { finds: plan('«netsh winhttp set proxy p1.a.example:8080 “*.a.example”»'), says: /curly quotes for letters/, fixed: plan('netsh winhttp set proxy p1.a.example:8080 "*.a.example"') },
    'a port beyond': { finds: plan('netsh winhttp set proxy «p1.a.example:80800»'), says: /"80800" is no port/ },
    'blanks in the list': { finds: plan('netsh winhttp set proxy p1.a.example:8080 «*.a.example; 192.168.*»'), says: /blanks part them into several/, fixed: plan('netsh winhttp set proxy p1.a.example:8080 "*.a.example;192.168.*"') },
    'commas': { finds: plan('netsh winhttp set proxy p1.a.example:8080 «"*.a.example,192.168.*"»'), says: /parted by commas/, fixed: plan('netsh winhttp set proxy p1.a.example:8080 "*.a.example;192.168.*"') },
  },
  {
    'as netsh takes it': plan('netsh winhttp show proxy', 'netsh winhttp set proxy p1.a.example:8080 "<local>;*.a.example"', 'netsh winhttp set proxy p1.a.example'),
    'by names': plan('netsh winhttp set proxy proxy-server="http=p1.a.example;https=p2.a.example" bypass-list="<local>"'),
    'a redirection has its own finding': plan('netsh winhttp set proxy p1.a.example:8080 <local>; *.a.example'),
    'another command behind it': plan('netsh winhttp set proxy p1.a.example:8080 & netsh winhttp show proxy'),
    'something else': plan('netsh winhttp reset proxy', 'netsh interface show interface'),
  },
);
