import { isScalar, type Node } from 'yaml';
import { planEntries } from '../features/planEntries.ts';
import { parseScript } from '../powershell/parser/index.ts';
import type { Rule } from './rule.ts';

/** Programs that a command prompt's lines begin with in a federation's steps. */
const programs = /^(?:netsh|gpupdate|gpresult|ipconfig|iisreset|net|nslookup|ping|reg|sc|rem)\s/i;

/** The signs behind which PowerShell or the command prompt goes on with the next line. */
const goesOn = /[|,`{(^=+]\s*$/;

export const scriptFolded: Rule = {
  code: 'script/folded',
  title: 'A script in a folded block, whose lines are joined',
  severity: 'information',
  guidance: [],
  *checkText({ plan }) {
    // Most plans have none; they pay for one search.
    const suspects = plan.items.filter(({ parsed }) => /:[ \t]+(?:[&!]\S+[ \t]+)*>[-+1-9]{0,2}[ \t\r]*(?:#.*)?$/m.test(parsed.text));
    for (const { schema, value, base } of planEntries(plan, suspects)) {
      const language = schema?.['x-language'];
      const joined = language === undefined ? [] : joinedLines(value);
      const swallowing = joined.filter(([above]) => language === 'powershell' && parseScript(above).comments.length > 0);
      const breaks = joined.filter((pair) => swallowing.includes(pair) || beginsCommand(...pair, language));
      if (breaks.length === 0 || !value?.range) continue;
      const start = base + value.range[0];
      yield {
        message: `The script stands in a folded block (">"), which joins its lines${swallowing.length > 0 ? ', so that a comment swallows what follows it' : ''}. A script needs its lines: write "|".`,
        range: { start, end: start + 1 },
        fixes: [{ title: 'Write "|"', edits: [{ range: { start, end: start + 1 }, newText: '|' }], preferred: breaks.length === joined.length }],
      };
    }
  },
};

/** Lines that the folding joins, each with the one that it is joined to; blank lines and deeper ones are kept apart. */
function joinedLines(node: Node | undefined): [above: string, below: string][] {
  if (!isScalar(node) || node.type !== 'BLOCK_FOLDED' || node.srcToken?.type !== 'block-scalar') return [];
  const lines = node.srcToken.source.split('\n').map((line) => line.trimEnd());
  const indent = Math.min(...lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length));
  const isFolded = (line: string | undefined): line is string => line !== undefined && line !== '' && !/^\s/.test(line.slice(indent));
  return lines.flatMap((line, index): [string, string][] => {
    const below = lines[index + 1];
    return isFolded(line) && isFolded(below) ? [[line.trim(), below.trim()]] : [];
  });
}

/** A line that goes on with a parameter or an argument is meant to be joined. */
function beginsCommand(above: string, below: string, language: string | undefined): boolean {
  return !goesOn.test(above) && (language === 'bat' ? programs.test(`${below} `) : /^(?:[a-z]+-[a-z]+|\$\w+\s*=|#)/i.test(below));
}
