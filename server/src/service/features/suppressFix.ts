import { regionAt } from '../embedded/scriptRegions.ts';
import type { Finding, QuickFix } from '../finding.ts';
import { readPlan, type ReadPlan } from '../readPlan.ts';
import { lineBreakOf } from '../plan/lineBreak.ts';
import { readScript } from '../powershell/readScript.ts';

/**
 * The fix that suppresses a finding by a comment above its line. None where a comment there would not be one (inside a text of
 * several lines): the plan with the comment must read as it did without. In a script it is PowerShell's comment, and the script must call
 * what it called.
 */
export function suppressFix(plan: ReadPlan, finding: Finding): QuickFix | undefined {
  const { text } = plan.document;
  if (finding.code === 'yaml/syntax' || finding.code === 'plan/unused-suppression') return undefined;
  const start = text.lastIndexOf('\n', finding.range.start - 1) + 1;
  const indent = /^[ ]*/.exec(text.slice(start))?.[0] ?? '';
  const lineBreak = lineBreakOf(text);
  const newText = `${indent}# fedplan-disable-next-line ${finding.code}${lineBreak}`;
  const after = readPlan(text.slice(0, start) + newText + text.slice(start), plan);
  const isSame = JSON.stringify(after.document.value) === JSON.stringify(plan.document.value) || isCommentInScript(plan, after, start + indent.length, newText.trim());
  if (!isSame || after.document.problems.length !== plan.document.problems.length) return undefined;
  return { title: `Suppress "${finding.code}" on this line`, edits: [{ range: { start, end: start }, newText }], preferred: false };
}

/** Behind a backtick, in a text of several lines or between two lines of one command it would be something else. */
function isCommentInScript(plan: ReadPlan, after: ReadPlan, offset: number, comment: string): boolean {
  const [region, changed] = [regionAt(plan.document, offset), regionAt(after.document, offset)];
  if (region?.language !== 'powershell' || changed === undefined || !region.text.includes('\n')) return false;
  const [was, is] = [readScript(region.text), readScript(changed.text)];
  const added = is.comments.find(({ start, end }) => changed.text.slice(start, end) === comment);
  return added !== undefined && is.comments.length === was.comments.length + 1 && is.errors.length === was.errors.length && callsIn(is.commands, changed.text) === callsIn(was.commands, region.text);
}

function callsIn(commands: ReturnType<typeof readScript>['commands'], text: string): string {
  return commands.map(({ command }) => text.slice(command.start, command.end)).join('\n');
}
