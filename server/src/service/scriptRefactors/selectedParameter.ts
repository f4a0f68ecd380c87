import { knownParameter } from '../powershell/knownParameter.ts';
import type { ScriptRange } from '../powershell/range.ts';
import { touches, type RefactorContext } from './refactor.ts';

/** The parameter whose name the selection touches, as it is written and as it is documented. */
export function selectedParameter({ script, call: { name, command }, selection, catalogue }: RefactorContext): { readonly written: string; readonly name: string; readonly range: ScriptRange } | undefined {
  const cmdlet = name === undefined ? undefined : catalogue.cmdlet(name);
  for (const element of command.elements) {
    if (element.kind !== 'CommandParameter' || cmdlet === undefined) continue;
    const range = { start: element.start, end: element.start + 1 + element.name.length };
    // A dash of another form than the plain one is a matter of its own.
    if (!touches(range, selection) || script.text[range.start] !== '-') continue;
    const parameter = knownParameter(cmdlet, element.name, catalogue);
    return parameter === undefined ? undefined : { written: element.name, name: parameter.name, range };
  }
  return undefined;
}
