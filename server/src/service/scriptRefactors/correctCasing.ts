import { touches, type RefactorContext, type Refactoring } from './refactor.ts';
import { selectedParameter } from './selectedParameter.ts';

/** Names as they are documented: PowerShell does not tell the cases apart, readers do. Of the name at the selection. */
export const correctCasing: Refactoring = (context) => {
  const found = commandName(context) ?? parameterName(context);
  if (found === undefined || found.written === found.documented || found.written.toLowerCase() !== found.documented.toLowerCase()) return undefined;
  return { title: `Correct the casing to "${found.documented}"`, edits: [{ range: found.range, newText: found.documented }] };
};

interface Written {
  readonly written: string;
  readonly documented: string;
  readonly range: { readonly start: number; readonly end: number };
}

function commandName({ call: { name, command }, selection, catalogue }: RefactorContext): Written | undefined {
  const [range] = command.elements;
  const documented = name === undefined || catalogue.alias(name) !== undefined ? undefined : catalogue.cmdlet(name)?.name;
  return name === undefined || documented === undefined || range === undefined || !touches(range, selection) ? undefined : { written: name, documented, range };
}

function parameterName(context: RefactorContext): Written | undefined {
  const found = selectedParameter(context);
  return found === undefined ? undefined : { written: `-${found.written}`, documented: `-${found.name}`, range: found.range };
}
