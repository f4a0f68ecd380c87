/** Parameter sets that are still possible beside what has been given. */
import type { Cmdlet, Parameter, ParameterSet } from '../catalogue/cmdlet.ts';

/** All sets where what was given fits none together: the documentation contradicts itself in places, so nothing is ruled out by that. */
export function possibleSets(cmdlet: Cmdlet, given: ReadonlySet<Parameter>): readonly ParameterSet[] {
  const possible = cmdlet.sets.filter((set) => [...given].every((parameter) => parameter.setsDisputed ?? contains(set, parameter)));
  return possible.length > 0 ? possible : cmdlet.sets;
}

function contains(set: ParameterSet, parameter: Parameter): boolean {
  return set.members.some((member) => member.parameter === parameter);
}

/** Mandatory whichever of the sets it will be. */
export function mandatoryIn(sets: readonly ParameterSet[]): ReadonlySet<Parameter> {
  const ofEach = sets.map((set) => new Set(set.members.filter((member) => member.mandatory).map((member) => member.parameter)));
  const [first = new Set<Parameter>(), ...others] = ofEach;
  return new Set([...first].filter((parameter) => others.every((other) => other.has(parameter))));
}

/** The set that a call is made for when nothing else is known: the stated default, else the one that asks for least. */
export function usualSet(cmdlet: Cmdlet): ParameterSet | undefined {
  const needs = (set: ParameterSet): number => set.members.filter((member) => member.mandatory).length;
  return (
    cmdlet.sets.find((set) => set.isDefault) ??
    cmdlet.sets.find((set) => set.name === 'Default' || set.name === 'Identity') ??
    [...cmdlet.sets].sort((a, b) => needs(a) - needs(b))[0]
  );
}
