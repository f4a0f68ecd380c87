import type { BindableParameter } from './callable.ts';
import type { Value } from './value.ts';

/**
 * Whether Exchange's own type could take a value that its stand-in refuses: what is known of the types are their names on the pages. A compiled
 * cmdlet takes a number for a switch. An enumeration takes a number too, the beginning of a name that no other has, and one that is made of
 * flags several names, as a list or with commas.
 */
export function couldFitExchange(parameter: BindableParameter, value: Value): boolean {
  const { type, values, documented, isCommon, mandatory } = parameter;
  if (type === 'switch') return value.kind === 'number';
  if (isCommon) return false;
  // Pages leave out that a type is nullable, and this is how a value is taken back.
  if (value.kind === 'null') return !mandatory;
  // `@{Add=…; Remove=…}` changes any property of several values, and some types are made of a table.
  if (value.kind === 'hashtable') return values !== undefined;
  // Where a page says "Int32" or "EnhancedTimeSpan", the type can be the one with that word.
  if (value.kind === 'text' && /^unlimited$/i.test(value.text ?? '') && isAmount(type)) return true;
  // Pages name the type of one item for a parameter that takes several.
  if (value.kind === 'list' && type === 'string' && values === undefined) return true;
  if (!values || documented.type === 'String') return false;
  switch (value.kind) {
    case 'number':
      return true;
    case 'text':
      return value.text === undefined || isName(value.text, values) || value.text.split(',').every((part) => isWholeName(part, values));
    case 'list':
      return value.items.every((item) => item.kind === 'unknown' || item.kind === 'hashtable' || (item.kind === 'text' && (item.text === undefined || isName(item.text, values))));
    default:
      return false;
  }
}

function isAmount(type: BindableParameter['type']): boolean {
  return type === 'int' || type === 'uint' || type === 'long' || type === 'timeSpan';
}

/** Blanks around it do not count. */
function isName(text: string, values: ReadonlySet<string>): boolean {
  const written = text.trim().toLowerCase();
  return isWholeName(text, values) || (written !== '' && [...values].filter((value) => value.startsWith(written)).length === 1);
}

/** Every enumeration of flags has a name for none of them, which not every page gives. */
function isWholeName(text: string, values: ReadonlySet<string>): boolean {
  const written = text.trim().toLowerCase();
  return values.has(written) || written === 'none';
}
