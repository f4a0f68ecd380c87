/** One call, bound in PowerShell's own order of steps, so that the first error is the one that PowerShell reports. */
import type { Command, Span } from '../parser/index.ts';
import { bindNamed } from './bindNamed.ts';
import { bindPositional } from './bindPositional.ts';
import { Binding } from './binding.ts';
import type { Callable } from './callable.ts';
import { lacksForCertain, takesMoreByPosition } from './certainty.ts';
import { chooseSet, membershipsIn } from './chooseSet.ts';
import { missingMandatory } from './missingMandatory.ts';
import type { PairedArgument } from './pairArguments.ts';
import { pairArguments } from './pairArguments.ts';
import { allSets, noSet } from './setFlags.ts';
import { textOf } from './value.ts';
import type { Reading } from './writtenArguments.ts';
import { writtenArguments } from './writtenArguments.ts';

/** PowerShell stops at the first error; here the rest is looked at too, as far as it does not follow from the first. */
export function bindCommand(command: Command, callable: Callable, reading: Reading, awaitsInput: boolean): Binding {
  const place: Span = command.elements[0] ?? command;
  const binding = new Binding(callable, { start: place.start, end: place.end }, awaitsInput);
  const { arguments: written, opaque } = writtenArguments(command, reading);
  binding.opaque = opaque;
  const left = bindPositional(binding, bindNamed(binding, pairArguments(binding, written)));
  const setsLeft = chooseSet(binding, { beforeInput: true, settle: false });
  reportLeft(binding, left);
  if (setsLeft === 0 || binding.errors.length > 0) return binding;
  const chosen = chooseSet(binding, { beforeInput: awaitsInput, settle: !awaitsInput });
  if (chosen === 0) return binding;
  reportMissing(binding, awaitsInput && chosen > 1 ? withoutSetsThatTakeNoInput(binding, chosen) : chosen, awaitsInput);
  return binding;
}

function reportLeft(binding: Binding, left: readonly PairedArgument[]): void {
  const certain = !takesMoreByPosition(binding);
  for (const { written, match, argument, value, isKept } of left) {
    const { nameStart, nameEnd } = written;
    if (match !== undefined) {
      binding.report({ id: 'NamedParameterNotFound', parameter: written.name, start: nameStart, end: nameEnd });
    } else if (!isKept) {
      binding.report({ id: 'PositionalParameterNotFound', parameter: value && textOf(value), start: argument?.start ?? nameStart, end: argument?.end ?? nameEnd, certain });
    }
  }
}

function withoutSetsThatTakeNoInput(binding: Binding, setsLeft: number): number {
  let taking = noSet;
  for (const parameter of binding.unbound(binding.callable.fromPipeline)) {
    for (const each of membershipsIn(parameter, binding.sets)) {
      if (!each.byValue && !each.byName) continue;
      if (each.set === noSet) return setsLeft;
      taking |= each.set;
    }
  }
  const narrowed = taking === noSet ? binding.sets : binding.sets & taking;
  if (narrowed === binding.sets) return setsLeft;
  binding.sets = narrowed;
  return chooseSet(binding, { beforeInput: true, settle: false });
}

function reportMissing(binding: Binding, setsLeft: number, awaitsInput: boolean): void {
  if (setsLeft === 0) return;
  const missing = missingMandatory(binding, setsLeft, awaitsInput);
  if (missing.length > 0) {
    const candidates = lacksForCertain(binding, awaitsInput);
    const names = missing.map(({ name }) => name).join(' ');
    binding.report({ id: 'MissingMandatoryParameter', parameter: names, ...binding.place, certain: candidates.length > 0, candidates: candidates.length > 0 ? candidates : [missing] });
  }
  if (!awaitsInput && binding.sets === allSets) binding.sets = binding.callable.defaultSet;
}
