/** A call's arguments before it is known which parameter each belongs to. */
import type { Command, CommandParameter, Expression, Hashtable } from '../parser/index.ts';
import { ofStatement, valueOf as valueOfAny } from './value.ts';
import type { Value } from './value.ts';

export interface WrittenArgument {
  /** Without the dash; undefined for an argument that stands alone. */
  readonly name: string | undefined;
  /** Of name, dash and colon; of the splat where it comes from one; of the argument where there is no name. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Undefined where only a name stands there. */
  readonly value: Value | undefined;
  /** Undefined where the argument is not in the command itself, or where only a name stands there. */
  readonly argument: Expression | undefined;
  /** The whole of `-Name`, which is a text where no parameter is named so. */
  readonly element: CommandParameter | undefined;
  readonly fromSplat: boolean;
}

export interface WrittenArguments {
  readonly arguments: readonly WrittenArgument[];
  /** A splat whose contents are not known: what is missing here may be in it. */
  readonly opaque: boolean;
}

/** The hashtable or list that a splatted variable holds where it stands; undefined where that is not known. */
export type Splats = (name: string, at: number) => Expression | undefined;

/** How what stands in the text becomes values. */
export interface Reading {
  readonly splats: Splats;
  readonly valueOf: (expression: Expression) => Value;
}

/** What a hashtable is splatted comes behind what is written, since a written name goes before it. */
export function writtenArguments(command: Command, { splats, valueOf }: Reading): WrittenArguments {
  const written: WrittenArgument[] = [];
  const named: WrittenArgument[] = [];
  let opaque = false;
  for (const element of command.elements.slice(1)) {
    if (element.kind === 'CommandParameter') {
      if (element.name !== '-') written.push(ofParameter(element, valueOf));
    } else if (element.kind === 'VariableExpression' && element.splatted) {
      const held = splats(element.name, element.start);
      if (held !== undefined && isTooLong(held)) opaque = true;
      else if (held?.kind === 'Hashtable') for (const each of ofHashtable(held, element)) named.push(each);
      else if (held === undefined) opaque = true;
      else for (const each of ofList(held, element)) written.push(each);
    } else {
      written.push({ name: undefined, nameStart: element.start, nameEnd: element.end, value: valueOf(element), argument: element, element: undefined, fromSplat: false });
    }
  }
  return { arguments: [...written, ...named], opaque };
}

/** No cmdlet has so many parameters. A long table that is splatted often would be gone through each time. */
const mostSplatted = 500;

function isTooLong(held: Expression): boolean {
  return held.kind === 'Hashtable' ? held.entries.length > mostSplatted : held.kind === 'ArrayLiteral' && held.elements.length > mostSplatted;
}

function ofParameter(element: CommandParameter, valueOf: Reading['valueOf']): WrittenArgument {
  const { name, start, nameEnd, argument } = element;
  return { name, nameStart: start, nameEnd, value: argument && valueOf(argument), argument, element, fromSplat: false };
}

function ofHashtable(table: Hashtable, { start, end }: Expression): WrittenArgument[] {
  return table.entries.flatMap(({ key, value }) => {
    const name = valueOfAny(key);
    if ((name.kind !== 'text' && name.kind !== 'number') || name.text === undefined || name.text === '') return [];
    return [{ name: name.text, nameStart: start, nameEnd: end, value: ofStatement(value), argument: undefined, element: undefined, fromSplat: true }];
  });
}

/** A list gives one argument an item, a single value one. */
function ofList(held: Expression, { start, end }: Expression): WrittenArgument[] {
  const value = valueOfAny(held);
  const items = value.kind === 'list' ? value.items : value.kind === 'null' ? [] : [value];
  return items.map((each) => ({ name: undefined, nameStart: start, nameEnd: end, value: each, argument: undefined, element: undefined, fromSplat: true }));
}

