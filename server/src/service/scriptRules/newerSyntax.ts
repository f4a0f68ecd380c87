import type { VersionCode } from '../catalogue/cmdlet.ts';
import { versionsInWords } from '../catalogue/versions.ts';
import type { ScriptRule } from './scriptRule.ts';

/** The shell of a server is Windows' own; the service can be reached from any. */
const servers: readonly VersionCode[] = ['2010', '2013', '2016', '2019', 'SE'];

const inWords: Readonly<Record<string, string>> = {
  PipelineChain: '"&&" and "||" between commands',
  TernaryExpression: 'The condition with "?" and ":"',
  QuestionQuestion: '"??"',
  QuestionQuestionEquals: '"??="',
  NullConditional: '"?." and "?[]"',
  LeadingPipe: 'A bar at the beginning of a line',
  Background: '"&" at the end of a command',
  UnicodeEscape: '`u{…}',
  Clean: 'The block "clean"',
};

export const newerSyntax: ScriptRule = {
  code: 'script/newer-syntax',
  title: 'What only PowerShell 7 can read, for a server whose shell is older',
  severity: 'warning',
  guidance: [],
  *check({ script, at: { versions } }) {
    if (script.newerSyntax.length === 0 || versions.length === 0 || !versions.every((version) => servers.includes(version))) return;
    // Whoever says so starts another shell for it.
    if (/^#requires[ \t].*-version[ \t]+[7-9]|\bpwsh\b/im.test(script.text)) return;
    for (const { what, start, end } of script.newerSyntax.slice(0, 10)) {
      const lineEnd = script.text.indexOf('\n', start);
      yield {
        message: `${inWords[what] ?? 'This'} is of PowerShell 7, and the shell of ${versionsInWords(versions)} is Windows PowerShell${versions.every((version) => version === '2010') ? ' 2.0' : ''}, which cannot read it. Write it with "if", or as commands of their own.`,
        range: { start, end: lineEnd < 0 || lineEnd < start ? end : Math.min(end, lineEnd) },
      };
    }
  },
};
