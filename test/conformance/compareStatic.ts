/** How far two answers to `static` agree, call by call: is it refused, what for, and what is bound where it is not. */
import type { Count } from './comparison.ts';
import { isKnownStaticDifference } from './known.ts';
import type { StaticAnswer, StaticCall } from './staticAnswer.ts';

export const staticRows = ['calls', 'call refused or not', 'what for', 'parameters of a call'] as const;
export type StaticRow = (typeof staticRows)[number];

export const wantedOfStatic: Readonly<Record<StaticRow, number>> = { calls: 0.999, 'call refused or not': 0.99, 'what for': 0.98, 'parameters of a call': 0.99 };

export function compareStatic(counted: (isKnown: (row: StaticRow) => boolean) => Count<StaticRow>, real: StaticAnswer, ours: StaticAnswer): void {
  if (real.failed !== undefined) return;
  const places = (answer: StaticAnswer): string => answer.calls.map(({ cmdlet, start, end }) => `${cmdlet} ${start}-${end}`).sort().join(', ');
  counted(() => false)('calls', places(real) === places(ours), `real ${places(real)}, ours ${places(ours)}`);
  for (const call of real.calls) {
    const own = ours.calls.find(({ start, end }) => start === call.start && end === call.end);
    if (!own || call.failed !== undefined || own.failed !== undefined || errors(call).includes('AmbiguousParameterSet')) continue;
    const count = counted((row) => isKnownStaticDifference(row, own.errors));
    const why = `real ${errors(call) || 'none'}, ours ${errors(own) || 'none'}`;
    count('call refused or not', (call.errors.length === 0) === (own.errors.length === 0), why);
    if (call.errors.length > 0 && own.errors.length > 0) count('what for', errors(call) === errors(own), why);
    if (call.errors.length === 0 && own.errors.length === 0) count('parameters of a call', call.bound.join() === own.bound.join(), `real ${call.bound.join()}, ours ${own.bound.join()}`);
  }
}

/** A surplus argument is named by its text there and by its value here. */
function errors(call: StaticCall): string {
  return call.errors.map(({ id, parameter }) => (id === 'PositionalParameterNotFound' ? id : `${id} ${parameter ?? ''}`)).sort().join(', ');
}
