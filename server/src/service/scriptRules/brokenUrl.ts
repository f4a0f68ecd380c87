import type { ScriptRule } from './scriptRule.ts';

/** The scheme alone, then blanks or a line end, then what begins like a host. */
const broken = /(?<![\w/])(https?:\/\/)([ \t]+|[ \t]*\n[ \t]*)(?=[a-z0-9][\w-]*(?:\.[\w-]+)*(?::\d|\.\w|\/))/gi;

export const brokenUrl: ScriptRule = {
  code: 'script/broken-url',
  title: 'A URL that is broken behind its scheme',
  severity: 'warning',
  guidance: ['G19'],
  *check({ script }) {
    const { text, comments } = script;
    for (const { 0: whole, 1: scheme = '', index } of text.matchAll(broken)) {
      if (comments.some(({ start, end }) => start <= index && index < end)) continue;
      const range = { start: index + scheme.length, end: index + whole.length };
      yield { message: `The URL ends behind "${scheme}", and its host stands apart. Expected is the URL in one piece: join it.`, range: { start: index, end: index + scheme.length }, fixes: [{ title: 'Join the URL', edits: [{ range, newText: '' }], preferred: true }] };
    }
  },
};
