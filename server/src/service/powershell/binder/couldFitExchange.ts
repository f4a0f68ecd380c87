import type { BindableParameter } from './callable.ts';
import type { Value } from './value.ts';

/**
 * Whether Exchange's own type could take a value that its stand-in refuses. A compiled cmdlet takes a number for a switch. An enumeration takes
 * the beginning of a name and a number too, and one that is made of flags several names, as a list or with commas.
 */
export function couldFitExchange(parameter: BindableParameter, value: Value): boolean {
  const { type, values, documented } = parameter;
  if (type === 'switch') return value.kind === 'number';
  if (!values || documented.type === 'String') return false;
  switch (value.kind) {
    case 'number':
      return true;
    case 'text':
      return (value.text ?? '').split(',').every((part) => beginsOne(values, part.trim().toLowerCase()));
    case 'list':
      return value.items.every((item) => couldFitExchange(parameter, item) || item.kind === 'unknown');
    default:
      return false;
  }
}

function beginsOne(values: ReadonlySet<string>, written: string): boolean {
  if (values.has(written)) return true;
  return written !== '' && [...values].filter((value) => value.startsWith(written)).length === 1;
}
