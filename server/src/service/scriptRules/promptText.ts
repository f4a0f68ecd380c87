import type { ScriptRule } from './scriptRule.ts';

/** `[PS] C:\Windows\system32>`, `PS C:\>`: what the shell shows before the place where one types. */
const prompt = /^[ \t]*((?:\[PS\][ \t]*(?:[a-z]:\\[^>\r\n"'|;]{0,200})?|PS[ \t]+[a-z]:\\[^>\r\n"'|;]{0,200})>+[ \t]*)/gim;

export const promptText: ScriptRule = {
  code: 'script/prompt-text',
  title: 'The shell’s prompt, copied with the command behind it',
  severity: 'error',
  guidance: [],
  explainsSyntax: true,
  *check({ script: { text, isText } }) {
    for (const { 0: line, 1: written = '', index } of text.matchAll(prompt)) {
      const start = index + line.length - written.length;
      if (isText(start)) continue;
      const range = { start, end: start + written.length };
      yield {
        message: `"${written.trim()}" is the shell's prompt, and its ">" redirects into a file. Expected is the command alone: remove the prompt.`,
        range: { start, end: start + written.trimEnd().length },
        fixes: [{ title: 'Remove the prompt', edits: [{ range, newText: '' }], preferred: true }],
      };
    }
  },
};
