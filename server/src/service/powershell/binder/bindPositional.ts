/** Arguments without a name go to the parameters that have a position, position by position. */
import type { Binding } from './binding.ts';
import type { BindableParameter, Membership } from './callable.ts';
import type { PairedArgument } from './pairArguments.ts';
import type { SetFlags } from './setFlags.ts';
import { noSet, overlaps } from './setFlags.ts';
import { unknown } from './value.ts';
import type { Value } from './value.ts';
import type { ValueType } from './valueType.ts';

interface Place {
  readonly parameter: BindableParameter;
  readonly memberships: readonly Membership[];
}

/** What no parameter takes is left, in its order. */
export function bindPositional(binding: Binding, paired: readonly PairedArgument[]): PairedArgument[] {
  if (paired.every(({ match }) => match !== undefined)) return [...paired];
  const left: PairedArgument[] = [];
  let at = 0;
  const next = (): PairedArgument | undefined => {
    for (let each = paired[at++]; each !== undefined; each = paired[at++]) {
      if (each.match === undefined && !each.isKept) return each;
      left.push(each);
    }
    return undefined;
  };
  for (const position of positionsOf(binding)) {
    const places = placesAt(binding, position);
    if (places.length === 0) continue;
    const argument = next();
    if (argument === undefined) break;
    if (!bindAt(binding, places, argument)) left.push(argument);
  }
  return [...left, ...paired.slice(at)];
}

function positionsOf(binding: Binding): readonly number[] {
  const positions = new Set<number>();
  const { sets } = binding;
  for (const parameter of binding.unbound(binding.callable.positional)) {
    for (const { position, set } of parameter.memberships) if (position !== undefined && (set === noSet || overlaps(set, sets))) positions.add(position);
  }
  return [...positions].sort((a, b) => a - b);
}

/** Sets may have been ruled out by the position before. */
function placesAt(binding: Binding, position: number): readonly Place[] {
  const { sets } = binding;
  return binding.unbound(binding.callable.positional).flatMap((parameter) => {
    const memberships = parameter.memberships.filter((each) => each.position === position && (each.set === noSet || overlaps(each.set, sets)));
    return memberships.length > 0 ? [{ parameter, memberships }] : [];
  });
}

/** The default set goes first; what needs no conversion goes before what does. */
function bindAt(binding: Binding, places: readonly Place[], argument: PairedArgument): boolean {
  const { defaultSet } = binding.callable;
  const { sets } = binding;
  const withDefault = overlaps(sets, defaultSet);
  return (
    (withDefault && bindInSets(binding, places, argument, defaultSet, false)) ||
    bindInSets(binding, places, argument, sets, false) ||
    (withDefault && bindInSets(binding, places, argument, defaultSet, true)) ||
    bindInSets(binding, places, argument, sets, true)
  );
}

/** Several parameters of different sets may take the same argument. */
function bindInSets(binding: Binding, places: readonly Place[], { written, argument, value = unknown }: PairedArgument, sets: SetFlags, converting: boolean): boolean {
  let taken = false;
  for (const { parameter, memberships } of places) {
    if (!memberships.some(({ set }) => set === noSet || overlaps(set, sets))) continue;
    if (!converting && !isAlready(value, parameter.type)) continue;
    binding.bind({ parameter, how: written.fromSplat ? 'splat' : 'position', nameStart: written.nameStart, nameEnd: written.nameEnd, argument, value });
    taken = true;
  }
  return taken;
}

/** Of the type as it is, without converting. What is not known is taken to be, so that the default set has it, as it has most. */
export function isAlready(value: Value, type: ValueType): boolean {
  if (value.kind === 'unknown') return true;
  switch (type) {
    case 'object':
      return true;
    case 'string':
      return value.kind === 'text';
    case 'stringList':
      return value.kind === 'text' || value.kind === 'null' || (value.kind === 'list' && value.items.every((each) => each.kind === 'text'));
    case 'bool':
    case 'nullableBool':
      return value.kind === 'boolean';
    case 'int':
      return value.kind === 'number' && value.whole && Math.abs(value.value) < 2 ** 31;
    case 'guid':
      return value.kind === 'guid';
    case 'uri':
    case 'ipAddress':
    case 'byteList':
      return value.kind === 'null';
    default:
      return false;
  }
}
