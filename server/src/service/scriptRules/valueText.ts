import type { Value } from '../powershell/binder/index.ts';

/** A value that is one known text, number or Boolean, as the catalogue would write it. */
export function textOfValue(value: Value | undefined): string | undefined {
  if (value?.kind === 'text' || value?.kind === 'number') return value.text;
  return value?.kind === 'boolean' && value.value !== undefined ? `$${String(value.value)}` : undefined;
}
