import type { ScriptRule } from './scriptRule.ts';

export const backtickBlank: ScriptRule = {
  code: 'script/backtick-blank',
  title: 'A backtick at the end of a line with a blank behind it',
  severity: 'warning',
  guidance: [],
  *check({ script: { text, isText } }) {
    // A second backtick would take its meaning away.
    for (const { 0: written, index } of text.matchAll(/(?<!`)`[ \t\u00a0]+$/gm)) {
      if (isText(index)) continue;
      const range = { start: index, end: index + written.length };
      yield {
        message: 'Behind this backtick stands a blank, so that the command ends here and the next line is another one. A backtick goes on with the next line only as the last character: remove the blanks.',
        range,
        fixes: [{ title: 'Remove the blanks', edits: [{ range: { start: index + 1, end: range.end }, newText: '' }], preferred: true }],
      };
    }
  },
};
