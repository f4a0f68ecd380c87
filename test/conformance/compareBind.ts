/** How far two answers to `bind` agree: is the call refused, why, which parameter is named, and what is bound where it is not. */
import type { BindAnswer } from './bindAnswer.ts';
import type { Count } from './comparison.ts';

/**
 * Where 5.1 and 7 differ, or the documentation does not say what the verdict needs (which set is the default one), there is none to agree with.
 */
const noVerdict = new Set(['AmbiguousParameterSet', 'MethodNotFound', 'VariableNotWritable', 'ParameterArgumentValidationErrorNullNotAllowed']);

export const bindRows = ['accepted or refused', 'error id', 'parameter named', 'bound parameters'] as const;
export type BindRow = (typeof bindRows)[number];

export const wantedOfBind: Readonly<Record<BindRow, number>> = {
  'accepted or refused': 0.99,
  'error id': 0.98,
  'parameter named': 0.98,
  'bound parameters': 0.99,
};

export function compareBind(count: Count<BindRow>, real: BindAnswer, ours: BindAnswer): void {
  if (real.failed !== undefined) return;
  const [first] = real.errors;
  const [ourFirst] = ours.errors;
  if (first && noVerdict.has(first.id)) return;
  const why = `real ${first?.id ?? 'none'} ${first?.parameter ?? ''}, ours ${ours.failed ?? ourFirst?.id ?? 'none'} ${ourFirst?.parameter ?? ''}`;
  count('accepted or refused', ours.failed === undefined && (first === undefined) === (ourFirst === undefined), why);
  if (first && ourFirst) {
    count('error id', first.id === ourFirst.id, why);
    if (first.parameter !== undefined && first.id === ourFirst.id) count('parameter named', words(first.parameter) === words(ourFirst.parameter), why);
  }
  if (!first && !ourFirst) count('bound parameters', facts(real) === facts(ours), `real ${facts(real)}, ours ${facts(ours)}`);
}

/** Several missing parameters are named in no certain order. */
function words(names: string | undefined): string {
  return (names ?? '').toLowerCase().trim().split(/\s+/).sort().join(' ');
}

function facts({ calls }: BindAnswer): string {
  return calls.map(({ cmdlet, bound }) => `${cmdlet}:${[...bound].sort().join(',')}`.toLowerCase()).join(' | ');
}
