import { findCommonParameter, findParameter } from '../catalogue/findParameter.ts';
import { brokenParameters } from '../features/repairScript.ts';
import type { Command } from '../powershell/parser/index.ts';
import { nameRange, writtenName } from './calls.ts';
import type { ScriptContext, ScriptFinding, ScriptRule } from './scriptRule.ts';

const asParameter = /^[-\u2013-\u2015]([a-z]\w*):?$/i;
/** Operators that a condition of several lines may begin a line with: another fault. */
const operator = /^(?:and|or|xor|[ci]?(?:eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|contains|notcontains|in|notin|replace|split)|is|isnot|as|f|join|b(?:and|or|xor|not)|sh[lr])$/i;

export const wrappedLine: ScriptRule = {
  code: 'script/wrapped-line',
  title: 'A line that begins with a parameter of the command above it',
  severity: 'error',
  guidance: ['G19'],
  *check(context) {
    yield* parametersAlone(context);
    yield* hyphensAlone(context);
  },
};

/** To PowerShell each line is a command of its own, and none is called `-Name`. */
function* parametersAlone({ script, at, catalogue }: ScriptContext): Iterable<ScriptFinding> {
  const { text } = script;
  const commands = script.commands.map(({ command }) => command).sort((a, b) => a.start - b.start);
  let owner: Command | undefined;
  for (const [index, command] of commands.entries()) {
    const written = writtenName(command) ?? '';
    const parameter = asParameter.exec(written)?.[1] ?? '';
    const lineStart = beginOfLine(text, command.start);
    const isBare = text[command.start] !== '"' && text[command.start] !== "'" && command.operator === '';
    if (parameter === '' || operator.test(parameter) || !isBare || at.defined.includes(written.toLowerCase()) || lineStart === undefined) {
      owner = command;
      continue;
    }
    const above = text.slice(0, lineStart).trimEnd();
    // A backtick with a blank behind it has a finding and a fix of its own.
    if (above === '' || above.endsWith('`')) continue;
    const before = commands[index - 1];
    const follows = before?.end === above.length;
    const name = owner === undefined ? '' : (writtenName(owner) ?? '');
    const cmdlet = follows ? catalogue?.cmdlet(name) : undefined;
    const isOwn = cmdlet !== undefined && (findParameter(cmdlet, parameter) ?? findCommonParameter(catalogue?.commonParameters ?? [], parameter)) !== undefined;
    yield {
      message: `The line begins with "${written}", and to PowerShell each line is a command of its own.${isOwn ? ` It is a parameter of "${name}" above: end the line above with a backtick, or join the two.` : ' If it is a parameter of the command above, end the line above with a backtick.'}`,
      range: nameRange(command),
      fixes: isOwn ? [{ title: 'End the line above with a backtick', edits: [{ range: { start: above.length, end: above.length }, newText: ' `' }], preferred: true }] : [],
      ...(isOwn ? {} : { severity: 'warning' }),
    };
  }
}

/** Where the line begins, if only blanks stand before `at` in it. */
function beginOfLine(text: string, at: number): number | undefined {
  let start = at;
  while (start > 0 && text[start - 1] !== '\n' && /\s/.test(text[start - 1] ?? '')) start--;
  return start === 0 || text[start - 1] === '\n' ? start : undefined;
}

/** `-` at the end of a line and the parameter's name on the next. */
function* hyphensAlone({ script, catalogue }: ScriptContext): Iterable<ScriptFinding> {
  if (catalogue === undefined || !/[-\u00ad\u2010-\u2015][ \t]*\n/.test(script.text)) return;
  for (const { range, newText } of brokenParameters(script, catalogue)) {
    if (newText !== '') continue;
    yield {
      message: 'A hyphen ends this line, and the name of its parameter stands on the next one, where it is a command of its own. Expected are both together: join the lines.',
      range: { start: range.start - 1, end: range.start },
      fixes: [{ title: 'Join the lines', edits: [{ range, newText: '' }], preferred: true }],
    };
  }
}
