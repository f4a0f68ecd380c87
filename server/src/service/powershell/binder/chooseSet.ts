/** Which parameter set a call is made for, as far as it can be said at a time. */
import type { Binding } from './binding.ts';
import { everySet } from './callable.ts';
import type { BindableParameter, Membership } from './callable.ts';
import type { SetFlags } from './setFlags.ts';
import { allSets, countSets, noSet, overlaps } from './setFlags.ts';

/**
 * Makes sure that a set is left, and settles for the default one if `settle`. `beforeInput`: objects may still come through the pipeline and
 * decide. Answers how many sets are left, 0 where that was reported as an error.
 */
export function chooseSet(binding: Binding, { beforeInput, settle }: { readonly beforeInput: boolean; readonly settle: boolean }): number {
  const { callable, sets } = binding;
  const count = countSets(sets);
  if (count === 0) return ambiguousSet(binding);
  if (sets !== allSets && count === 1) return 1;
  if (sets !== allSets && overlaps(sets, callable.defaultSet)) {
    if (!settle) return count;
    binding.sets = callable.defaultSet;
    return 1;
  }
  if (beforeInput && takesInput(binding)) return sets === allSets ? callable.setNames.length : count;
  if (sets !== allSets) return resolveByMandatory(binding);
  if (!settle) return callable.setNames.length;
  binding.sets = callable.defaultSet;
  return 1;
}

/** A parameter that is still free takes objects of the pipeline. */
function takesInput(binding: Binding): boolean {
  return binding.unbound(binding.callable.fromPipeline).some((parameter) => membershipsIn(parameter, binding.sets).some((each) => each.byValue || each.byName));
}

export function membershipsIn({ memberships }: BindableParameter, sets: SetFlags): readonly Membership[] {
  return memberships.filter(({ set }) => set === noSet || overlaps(set, sets));
}

/** The only set that misses nothing. */
function resolveByMandatory(binding: Binding): number {
  const complete = setsMissingNothing(binding);
  if (countSets(complete) !== 1) return ambiguousSet(binding);
  binding.sets = complete;
  return 1;
}

export function setsMissingNothing(binding: Binding): SetFlags {
  const { callable } = binding;
  let left = binding.sets & everySet(callable);
  for (const parameter of binding.unbound(callable.mandatory)) for (const each of parameter.memberships) if (each.mandatory) left &= ~each.set;
  return left;
}

/** Never for certain: which set is the default one is documented on 30 pages only. */
export function ambiguousSet(binding: Binding): 0 {
  const named = [...binding.bound.values()].filter(({ parameter }) => !parameter.inAllSets);
  const conflict = binding.sets === noSet && named.length > 1 && !named.some(({ parameter }) => 'setsDisputed' in parameter.documented);
  const last = named.at(-1);
  binding.report({ id: 'AmbiguousParameterSet', parameter: undefined, start: last?.nameStart ?? binding.place.start, end: last?.nameEnd ?? binding.place.end, certain: conflict, ...(last && { about: last.parameter }) });
  return 0;
}
