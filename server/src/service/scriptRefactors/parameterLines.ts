import type { ScriptEdit } from '../scriptRules/scriptRule.ts';
import type { Refactoring } from './refactor.ts';

/** Each parameter on a line of its own, the line before it ended by a backtick. */
export const oneParameterALine: Refactoring = ({ script: { text }, call: { command } }) => {
  const lineStart = text.lastIndexOf('\n', command.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const edits = command.elements.flatMap((element, index): ScriptEdit[] => {
    const before = command.elements[index - 1];
    if (element.kind !== 'CommandParameter' || before === undefined) return [];
    const gap = { start: before.end, end: element.start };
    return /^[ \t]+$/.test(text.slice(gap.start, gap.end)) ? [{ range: gap, newText: ` \`\n${indent}    ` }] : [];
  });
  const parameters = command.elements.filter(({ kind }) => kind === 'CommandParameter').length;
  return edits.length < 1 || parameters < 2 ? undefined : { title: 'One parameter a line', edits };
};

/** And back: what backticks part is joined. */
export const parametersOnOneLine: Refactoring = ({ script: { text }, call: { command } }) => {
  const edits = command.elements.flatMap((element, index): ScriptEdit[] => {
    const before = command.elements[index - 1];
    if (before === undefined) return [];
    const gap = { start: before.end, end: element.start };
    return /^[ \t]*(?:`\r?\n[ \t]*)+$/.test(text.slice(gap.start, gap.end)) ? [{ range: gap, newText: ' ' }] : [];
  });
  return edits.length === 0 ? undefined : { title: 'All parameters on one line', edits };
};
