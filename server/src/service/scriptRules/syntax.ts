import type { ScriptSyntaxError, SyntaxErrorId } from '../powershell/parser/index.ts';
import type { ScriptRange } from '../powershell/range.ts';
import type { ReadScript } from '../powershell/readScript.ts';
import { openQuote } from './openQuote.ts';
import { syntaxTexts } from './syntaxTexts.ts';
import type { ScriptFinding, ScriptRule } from './scriptRule.ts';

/** Those beyond are mostly consequences. */
const most = 5;

/** Windows PowerShell has workflows and configurations, with words of their own: nothing of such a script is judged by another's grammar. */
const otherGrammar: ReadonlySet<SyntaxErrorId> = new Set(['WorkflowNotSupportedInPowerShellCore', 'MissingConfigurationName', 'UnexpectedKeyword', 'ParserError']);
/** What hangs on the machine, and what Windows PowerShell reads as plain text. */
const notEverywhere: ReadonlySet<SyntaxErrorId> = new Set(['ErrorLoadingAssembly', 'InvalidUnicodeEscapeSequence', 'RequiresPSEditionInvalid']);

export const syntax: ScriptRule = {
  code: 'script/syntax',
  title: 'A script that PowerShell cannot read',
  severity: 'error',
  guidance: [],
  *check({ script }) {
    if (script.errors.some(({ id }) => otherGrammar.has(id)) || /^[ \t]*(?:workflow|configuration)\s/im.test(script.text) && script.errors.length > 0) return;
    for (const error of causes(script)) yield findingOf(script, error);
  },
};

/** The first error, and of the others one a line; of what is left open only the first, since all else behind it is its consequence. */
function causes({ text, errors }: ReadScript): ScriptSyntaxError[] {
  const found: ScriptSyntaxError[] = [];
  const lines: ScriptRange[] = [];
  for (const error of errors) {
    if (notEverywhere.has(error.id)) continue;
    if (!lines.some(({ start, end }) => start <= error.start && error.start <= end)) {
      found.push(error);
      lines.push(lineAround(text, error.start));
    }
    if (error.incomplete || found.length >= most) break;
  }
  return found;
}

function lineAround(text: string, at: number): ScriptRange {
  const end = text.indexOf('\n', at);
  return { start: text.lastIndexOf('\n', at - 1) + 1, end: end < 0 ? text.length : end };
}

function findingOf(script: ReadScript, error: ScriptSyntaxError): ScriptFinding {
  const { text } = script;
  const { id } = error;
  const wording = (range: ScriptRange): string => `${syntaxTexts[id].replace('%', () => shown(text.slice(range.start, range.end)))} (PowerShell: ${id})`;
  if (id === 'TerminatorExpectedAtEndOfString') {
    const { start, end, close } = openQuote(script, error);
    // With parameters in it nobody knows where the text was to end.
    const certain = close !== undefined && !/\s[-\u2013-\u2015][a-z]/i.test(text.slice(start, close.at));
    return {
      message: wording({ start, end }),
      range: { start, end },
      fixes: certain ? [{ title: 'Add the closing quote', edits: [{ range: { start: close.at, end: close.at }, newText: close.quote }], preferred: false }] : [],
    };
  }
  const range = visible(text, error);
  // More brackets than one reads are a fault only where they do not belong together.
  const isDeep = id === 'ScriptTooComplicated' && count(text, /[([{]/g) === count(text, /[)\]}]/g);
  return { message: wording(error), range, ...(isDeep ? { severity: 'information' } : {}) };
}

/** On one line, and at least one character that can be seen: PowerShell's own place for what is missing is empty. */
function visible(text: string, { start, end }: ScriptRange): ScriptRange {
  const lineEnd = text.indexOf('\n', start);
  const cut = lineEnd < 0 ? end : Math.min(end, lineEnd);
  if (cut > start) return { start, end: cut };
  let at = Math.min(start, text.length);
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at--;
  return at > 0 ? { start: at - 1, end: at } : { start: 0, end: Math.min(1, text.length) };
}

function shown(written: string): string {
  const line = written.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}
