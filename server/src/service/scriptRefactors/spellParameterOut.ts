import type { Refactoring } from './refactor.ts';
import { selectedParameter } from './selectedParameter.ts';

/** `-Ident` and aliases become `-Identity`: a later version may have a second parameter that begins so. */
export const spellParameterOut: Refactoring = (context) => {
  const found = selectedParameter(context);
  if (found === undefined || found.written.toLowerCase() === found.name.toLowerCase()) return undefined;
  return { title: `Spell "-${found.written}" out as "-${found.name}"`, edits: [{ range: found.range, newText: `-${found.name}` }] };
};
