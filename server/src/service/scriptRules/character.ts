import { commandNames } from '../features/repairScript.ts';
import type { ScriptEdit, ScriptRule } from './scriptRule.ts';

/** They look like a hyphen, or like nothing, and PowerShell takes them for letters. En and em dashes and no-break blanks it takes as meant. */
const strange = /[\u00ad\u200b-\u200d\u2010\u2011\u2060\u2212\ufeff]/g;
const words = /[^ \t\r\n\u00a0"'`(){};|,]+/g;
const looksLikeHyphen = /[\u2010\u2011\u2212]/;

const names: Readonly<Record<string, string>> = {
  '\u00ad': 'a soft hyphen', '\u200b': 'a zero-width blank', '\u200c': 'a zero-width non-joiner', '\u200d': 'a zero-width joiner', '\u2010': 'a typographic hyphen',
  '\u2011': 'a no-break hyphen', '\u2060': 'a word joiner', '\u2212': 'a minus sign', '\ufeff': 'a byte order mark',
};

export const character: ScriptRule = {
  code: 'script/character',
  title: 'A character in a command that looks like a hyphen or like nothing, and is a letter to PowerShell',
  severity: 'error',
  guidance: ['G19'],
  explainsSyntax: true,
  *check({ script, catalogue }) {
    if (script.text.search(strange) < 0) return;
    const known = catalogue === undefined ? new Map<string, string>() : commandNames(catalogue);
    const isCommand = (name: string): boolean => known.get(name.replaceAll('-', '').toLowerCase())?.toLowerCase() === name.toLowerCase();
    const commandStarts = new Set(script.commands.map(({ command }) => command.start));
    for (const { 0: word, index } of script.text.matchAll(words)) {
      const signs = [...word.matchAll(strange)].filter((sign) => !script.isText(index + sign.index));
      const rest = word.replace(strange, '');
      // Beside letters of other scripts they may belong there.
      if (signs.length === 0 || rest === '' || !/^[ -~]+$/.test(rest)) continue;
      const withHyphens = word.replace(strange, (sign) => (looksLikeHyphen.test(sign) || sign === '\u00ad' ? '-' : ''));
      const isName = isCommand(withHyphens) && !isCommand(rest);
      const edits = signs.map(({ 0: sign, index: at }): ScriptEdit => {
        const isHyphen = looksLikeHyphen.test(sign) ? !isCommand(rest) : sign === '\u00ad' && (isName || at === 0);
        return { range: { start: index + at, end: index + at + 1 }, newText: isHyphen ? '-' : '' };
      });
      const [first = ''] = signs[0] ?? [];
      const decides = commandStarts.has(index) || looksLikeHyphen.test(word[0] ?? '') || /^[-\u2013\u2014\u2015]/.test(rest);
      yield {
        message: `"${rest}" holds ${names[first] ?? 'a strange character'} (U+${first.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}), which PowerShell takes for a letter. Expected is ${edits[0]?.newText === '-' ? 'a hyphen "-"' : 'nothing there'}: replace it.`,
        range: { start: index, end: index + word.length },
        fixes: [{ title: edits.every(({ newText }) => newText === '-') ? 'Change to "-"' : 'Replace the characters', edits, preferred: true }],
        severity: decides ? 'error' : 'warning',
      };
    }
  },
};
