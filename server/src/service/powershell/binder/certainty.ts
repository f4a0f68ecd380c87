import type { Binding } from './binding.ts';
import type { BindableParameter } from './callable.ts';
import type { Parameter, ParameterSet } from '../../catalogue/cmdlet.ts';

/**
 * What is missing whichever set is meant, one list a set; empty where some set could be complete. The raw verdict takes the first set for the
 * default one, which is documented on 30 pages only; and parameters about which a page contradicts itself count for nothing here.
 */
export function lacksForCertain({ callable, bound, opaque }: Binding, awaitsInput: boolean): readonly (readonly BindableParameter[])[] {
  if (opaque) return [];
  const bindable = new Map(callable.parameters.map((parameter) => [parameter.documented, parameter]));
  // What has no name goes to another parameter in another set; which set is tried first is documented on few pages.
  const isFixed = (parameter: BindableParameter): boolean => callable.defaultIsStated || bound.get(parameter)?.how !== 'position';
  const own = [...bound.keys()].filter((parameter) => !parameter.isCommon && isFixed(parameter));
  const nameless = new Set([...bound.values()].filter(({ parameter }) => !isFixed(parameter)).map(({ argument, nameStart }) => argument ?? nameStart)).size;
  const lacks: BindableParameter[][] = [];
  for (const set of callable.cmdlet.sets) {
    const members = new Set(set.members.map((each) => each.parameter));
    if (!own.every(({ documented }) => members.has(documented as Parameter) || isDisputed(documented))) continue;
    const places = set.members.filter(({ positional }) => positional).flatMap(({ parameter }) => bindable.get(parameter) ?? []).filter((parameter) => !own.includes(parameter));
    if (places.length < nameless) continue;
    const filled = places.slice(0, nameless);
    const lack = mandatoryOf(set, awaitsInput).flatMap((parameter) => bindable.get(parameter) ?? []).filter((parameter) => !own.includes(parameter) && !filled.includes(parameter));
    if (lack.length === 0) return [];
    lacks.push(lack);
  }
  return lacks;
}

/** A parameter is left that the page's table gives a position, although no set of its syntax does: the page contradicts itself, and Exchange may take the value. */
export function takesMoreByPosition(binding: Binding): boolean {
  return binding.unbound(binding.callable.parameters).some(
    ({ documented, memberships }) => 'position' in documented && memberships.every(({ position }) => position === undefined),
  );
}

function mandatoryOf(set: ParameterSet, awaitsInput: boolean): readonly Parameter[] {
  return set.members.flatMap(({ parameter, mandatory }) => {
    const suppliable = awaitsInput && parameter.pipeline !== undefined;
    // What another parameter has replaced is asked for on the page only.
    const stands = parameter.mandatoryInTable !== false && parameter.deprecated !== true && parameter.functionalOnlyIn === undefined;
    return mandatory && stands && !isDisputed(parameter) && !suppliable ? [parameter] : [];
  });
}

function isDisputed(documented: BindableParameter['documented']): boolean {
  return 'setsDisputed' in documented && documented.setsDisputed;
}
