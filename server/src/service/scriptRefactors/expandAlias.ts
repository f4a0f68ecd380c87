import { touches, type Refactoring } from './refactor.ts';

/** `fl` becomes `Format-List`: a script that stays is read by others. */
export const expandAlias: Refactoring = ({ call: { name, command }, selection, catalogue }) => {
  const [range] = command.elements;
  const alias = name === undefined ? undefined : catalogue.alias(name);
  if (alias === undefined || range === undefined || !touches(range, selection)) return undefined;
  return { title: `Expand "${name ?? ''}" to "${alias.target}"`, edits: [{ range, newText: alias.target }] };
};
