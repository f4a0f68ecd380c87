import { isScalar, visit } from 'yaml';
import type { Rule } from './rule.ts';

export const controlCharacter: Rule = {
  code: 'yaml/control-character',
  title: 'A backslash in double quotes has made a control character',
  severity: 'warning',
  guidance: [],
  *checkText({ plan }) {
    const found: { start: number; end: number; written: string }[] = [];
    for (const { parsed, start: base } of plan.items) {
      if (!parsed.text.includes('"') || !parsed.text.includes('\\')) continue;
      visit(parsed.tree ?? null, {
        Scalar: (_key, node) => {
          // A line break may be meant, and a tab in a text of several lines, as a script that a tool has written; bell, backspace, escape and the like never are.
          if (!isScalar(node) || node.type !== 'QUOTE_DOUBLE' || !node.range || typeof node.value !== 'string' || !hasControl(node.value)) return;
          const [start, end] = node.range;
          // A tab that was typed as such is no escape.
          if (!parsed.text.slice(start, end).includes('\\')) return;
          found.push({ start: base + start, end: base + end, written: parsed.text.slice(start + 1, end - 1) });
        },
      });
    }
    for (const { start, end, written } of found) {
      // Single quotes take a backslash as it is; with other escapes, quotes or several lines the fix would not be certain.
      const certain = !/["'\n]|\\[^abefnrtv0]/.test(written);
      yield {
        message: `In double quotes a backslash starts an escape: "${written.replace(/\s+/g, ' ').slice(0, 60)}" holds a control character. Use single quotes to keep the backslash.`,
        range: { start, end },
        fixes: certain ? [{ title: 'Use single quotes', edits: [{ range: { start, end }, newText: `'${written}'` }], preferred: true }] : [],
      };
    }
  },
};

function hasControl(value: string): boolean {
  for (const character of value) {
    const code = character.charCodeAt(0);
    if (code === 0x09 ? !value.includes('\n') : (code < 0x20 && code !== 0x0a && code !== 0x0d) || code === 0x7f) return true;
  }
  return false;
}
