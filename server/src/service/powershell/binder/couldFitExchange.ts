import type { BindableParameter } from './callable.ts';
import type { Value } from './value.ts';

/**
 * Whether Exchange's own type could take a value that its stand-in refuses. A compiled cmdlet takes a number for a switch. An enumeration takes
 * a number too, and one that is made of flags several names, as a list or with commas.
 */
export function couldFitExchange(parameter: BindableParameter, value: Value): boolean {
  const { type, values, documented } = parameter;
  if (type === 'switch') return value.kind === 'number';
  if (!values || documented.type === 'String') return false;
  switch (value.kind) {
    case 'number':
      return true;
    case 'text':
      return (value.text?.includes(',') ?? true) && (value.text ?? '').split(',').every((part) => values.has(part.trim().toLowerCase()));
    case 'list':
      return value.items.every((item) => item.kind === 'unknown' || (item.kind === 'text' && (item.text === undefined || values.has(item.text.toLowerCase()))));
    default:
      return false;
  }
}
