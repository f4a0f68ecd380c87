/** One object of the pipeline goes to the parameters that take it, whole or by the names of its properties. */
import { isAlready } from './bindPositional.ts';
import type { Binding } from './binding.ts';
import type { BindableParameter } from './callable.ts';
import { checkValue } from './checkValue.ts';
import { chooseSet, membershipsIn } from './chooseSet.ts';
import { fits } from './fits.ts';
import { missingMandatory } from './missingMandatory.ts';
import type { SetFlags } from './setFlags.ts';
import { noSet, overlaps } from './setFlags.ts';
import type { Value } from './value.ts';

interface Phase {
  readonly whole: boolean;
  readonly converting: boolean;
}

const phases: readonly Phase[] = [
  { whole: true, converting: false },
  { whole: false, converting: false },
  { whole: true, converting: true },
  { whole: false, converting: true },
];

/** Reports what PowerShell would; `input` is of a kind that is known. */
export function bindInput(binding: Binding, input: Value): void {
  const before = binding.errors.length;
  const taken = bindPreferred(binding, input);
  if (binding.errors.length > before) return;
  if (chooseSet(binding, { beforeInput: false, settle: true }) === 0) return;
  const place = { ...binding.place, certain: false };
  if (!taken) {
    binding.report({ id: 'InputObjectNotBound', parameter: undefined, ...place });
    return;
  }
  const missing = missingMandatory(binding, 1, false);
  const names = missing.map(({ name }) => name).join(' ');
  if (missing.length > 0) binding.report({ id: 'InputObjectMissingMandatory', parameter: names, ...place, candidates: [missing] });
}

function bindPreferred(binding: Binding, input: Value): boolean {
  const preferred = binding.preferredForInput;
  let taken = preferred !== noSet && bindPhases(binding, input, preferred, false);
  if (preferred !== noSet && binding.sets === preferred) return taken;
  taken = bindPhases(binding, input, binding.sets & ~preferred, true) || taken;
  return taken;
}

function bindPhases(binding: Binding, input: Value, sets: SetFlags, narrowing: boolean): boolean {
  let taken = false;
  for (const phase of phases) {
    if (!bindPhase(binding, input, phase, sets)) continue;
    taken = true;
    if (!narrowing) continue;
    if (chooseSet(binding, { beforeInput: true, settle: true }) === 0) return true;
    sets = binding.sets;
  }
  return taken;
}

/** The default set goes first; the others only where that took nothing. */
function bindPhase(binding: Binding, input: Value, phase: Phase, sets: SetFlags): boolean {
  const { defaultSet } = binding.callable;
  const withDefault = overlaps(sets, defaultSet);
  return (withDefault && bindInSets(binding, input, phase, defaultSet)) || bindInSets(binding, input, phase, withDefault ? sets & ~defaultSet : sets);
}

function bindInSets(binding: Binding, input: Value, { whole, converting }: Phase, sets: SetFlags): boolean {
  let taken = false;
  for (const parameter of binding.unbound(binding.callable.fromPipeline).reverse()) {
    if (!membershipsIn(parameter, sets).some((each) => (whole ? each.byValue : each.byName))) continue;
    const value = whole ? input : propertyOf(input, parameter);
    if (value === undefined) continue;
    if (!converting && !isAlready(value, parameter.type)) continue;
    if (converting && whole && !fits(value, parameter.type)) continue;
    const id = checkValue(parameter, value);
    if (id) binding.report({ id, parameter: parameter.name, ...binding.place, certain: false, about: parameter });
    else binding.take({ parameter, how: 'pipeline', nameStart: binding.place.start, nameEnd: binding.place.end, argument: undefined, value });
    if (id) return taken;
    taken = true;
  }
  return taken;
}

function propertyOf(input: Value, { spellings }: BindableParameter): Value | undefined {
  if (input.kind !== 'object') return undefined;
  for (const spelling of spellings) {
    const value = input.properties.get(spelling);
    if (value) return value;
  }
  return undefined;
}
