import type { Binding } from './binding.ts';
import type { PairedArgument } from './pairArguments.ts';
import { reportAmbiguous } from './pairArguments.ts';
import { unknown } from './value.ts';

/** Binds what has a name. Left are arguments without one, and names that no parameter has. */
export function bindNamed(binding: Binding, paired: readonly PairedArgument[]): PairedArgument[] {
  const left: PairedArgument[] = [];
  for (const each of paired) {
    const { written, match, value, argument } = each;
    const { nameStart, nameEnd, fromSplat } = written;
    if (match === undefined || match.kind === 'none') {
      left.push(each);
    } else if (match.kind === 'ambiguous') {
      reportAmbiguous(binding, written, match.candidates);
    } else {
      const { parameter } = match;
      const given = binding.bound.get(parameter);
      if (given === undefined) {
        binding.bind({ parameter, how: fromSplat ? 'splat' : match.how, nameStart, nameEnd, argument, value: value ?? unknown });
      } else if (!fromSplat || given.how === 'splat') {
        const name = parameter.type === 'switch' || written.value !== undefined ? written.name : parameter.name;
        binding.report({ id: 'ParameterAlreadyBound', parameter: name, start: nameStart, end: nameEnd, about: parameter });
      }
    }
  }
  return left;
}
