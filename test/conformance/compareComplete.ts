/** How far two answers to `complete` agree: which parameters, values and cmdlets are offered, and what they would take the place of. */
import type { CompleteAnswer } from './completeAnswer.ts';
import type { Count } from './comparison.ts';

export const completeRows = ['parameter names', 'values', 'cmdlets', 'nothing to offer', 'replaced range'] as const;
export type CompleteRow = (typeof completeRows)[number];

export const wantedOfComplete: Readonly<Record<CompleteRow, number>> = {
  'parameter names': 0.99,
  values: 0.99,
  cmdlets: 0.98,
  'nothing to offer': 0.98,
  'replaced range': 0.99,
};

/** PowerShell's own parameters differ from version to version. */
const common = new Set(
  'verbose debug erroraction warningaction informationaction progressaction errorvariable warningvariable informationvariable outvariable outbuffer pipelinevariable whatif confirm'.split(' '),
);

export function compareComplete(count: Count<CompleteRow>, real: CompleteAnswer, ours: CompleteAnswer): void {
  if (real.failed !== undefined) return;
  const kind = real.items[0]?.kind;
  if (kind === undefined) count('nothing to offer', ours.failed === undefined && ours.items.length === 0, `ours ${texts(ours).slice(0, 5).join(' ')}`);
  const row = kind === 'ParameterName' ? 'parameter names' : kind === 'ParameterValue' ? 'values' : kind === 'Command' ? 'cmdlets' : undefined;
  // Files and variables of the engine's machine.
  if (row === undefined) return;
  const [theirs, own] = row === 'parameter names' ? [names(real), names(ours)] : [texts(real), texts(ours)];
  const lacks = theirs.filter((text) => !own.includes(text));
  const surplus = own.filter((text) => !theirs.includes(text));
  count(row, lacks.length + surplus.length === 0, `lacks ${lacks.slice(0, 5).join(' ')}, has too many ${surplus.slice(0, 5).join(' ')}`);
  const [a, b] = [real, ours].map(({ replaceStart, replaceLength }) => `${replaceStart}+${replaceLength}`);
  count('replaced range', a === b, `real ${a ?? ''}, ours ${b ?? ''}`);
}

function texts({ items }: CompleteAnswer): string[] {
  return [...new Set(items.map(({ text }) => text.toLowerCase()))];
}

function names(answer: CompleteAnswer): string[] {
  return texts(answer).map((text) => text.replace(/^-/, '')).filter((name) => !common.has(name));
}
