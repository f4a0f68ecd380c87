import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (line: string): string => twoSides('', `steps:\n  - id: s\n    organization: battlecalfed\n    commandPrompt: |\n      ${line}\n      netsh winhttp show proxy\n`);
const exceptions = '<local>;*.a.example;192.168.*';

checkRule(
  'step/command-prompt',
  {
    'the prompt of netsh': { finds: plan('netsh winhttp«>»show proxy'), says: /redirects into a file/, fixed: plan('netsh winhttp show proxy') },
    'the opening quote is missing': { finds: plan(`netsh winhttp set proxy p1.a.example:1234 «${exceptions}"»`), says: /in double quotes/, fixed: plan(`netsh winhttp set proxy p1.a.example:1234 "${exceptions}"`) },
    'both are missing': { finds: plan(`netsh winhttp set proxy p1.a.example:1234 «${exceptions}»`), says: /in double quotes/, fixed: plan(`netsh winhttp set proxy p1.a.example:1234 "${exceptions}"`) },
    'a placeholder': { finds: plan('netsh winhttp set proxy «<Proxy Server>:Proxy Port»'), says: /placeholder that nobody has filled in/ },
    'curly quotes': { finds: plan(`netsh winhttp set proxy p1.a.example:1234 «\u201c${exceptions}\u201d»`), says: /takes curly quotes for letters/, fixed: plan(`netsh winhttp set proxy p1.a.example:1234 "${exceptions}"`) },
    'a curly quote that is lost at the other end': { finds: plan(`netsh winhttp set proxy p1.a.example:1234 ${exceptions}«\u201d»`), says: /straight quotes/ },
  },
  {
    'in quotes': plan(`netsh winhttp set proxy p1.a.example:1234 "${exceptions}"`),
    'by name, in quotes': plan(`netsh winhttp set proxy proxy-server="p1.a.example:1234" bypass-list="${exceptions}"`),
    'a redirection that is meant': plan('netsh winhttp show proxy > before.txt'),
    'another that is meant': plan(`netsh winhttp set proxy p1.a.example:1234 "${exceptions}" > done.txt`),
    'no exceptions': plan('netsh winhttp set proxy p1.a.example:1234'),
    'another program': plan('sort < names.txt'),
  },
);
