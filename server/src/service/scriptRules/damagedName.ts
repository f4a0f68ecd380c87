import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cmdlet } from '../catalogue/cmdlet.ts';
import type { Command } from '../powershell/parser/index.ts';
import { nameRange, writtenName } from './calls.ts';
import type { ScriptContext, ScriptFinding, ScriptRule } from './scriptRule.ts';

export const damagedName: ScriptRule = {
  code: 'script/damaged-name',
  title: 'A name with look-alike letters, or with a blank inside',
  severity: 'warning',
  guidance: ['G19'],
  *check(context) {
    const { script, catalogue } = context;
    if (catalogue === undefined) return;
    for (const { command } of script.commands) {
      const cmdlet = catalogue.cmdlet(writtenName(command) ?? '');
      if (cmdlet === undefined) yield* lookAlikeCommand(command, context, catalogue);
      else if (!context.at.defined.includes(writtenName(command)?.toLowerCase() ?? '')) {
        yield* lookAlikeParameters(command, cmdlet, catalogue);
        yield* partedParameters(command, cmdlet);
      }
    }
  },
};

/** `l`, `I`, `i` and `1`, `O` and `0`, as a PDF or a printed page confuses them. */
function shape(name: string): string {
  return name.toLowerCase().replace(/[i1]/g, 'l').replaceAll('0', 'o');
}

const shapes = new WeakMap<Catalogue, ReadonlyMap<string, string>>();

function* lookAlikeCommand(command: Command, { at }: ScriptContext, catalogue: Catalogue): Iterable<ScriptFinding> {
  const written = writtenName(command) ?? '';
  if (at.isOpen || !/^[a-z01]+-[a-z0-9]+$/i.test(written) || at.defined.includes(written.toLowerCase()) || catalogue.command(written) !== undefined || catalogue.retired(written) !== undefined) return;
  const byShape = shapes.get(catalogue) ?? new Map(catalogue.names.map((name) => [shape(name), name]));
  shapes.set(catalogue, byShape);
  const meant = byShape.get(shape(written));
  if (meant === undefined) return;
  const range = nameRange(command);
  yield { message: `"${written}" is no command; "${meant}" is. Letters that look alike were mixed up: correct the name.`, range, fixes: [{ title: `Change to "${meant}"`, edits: [{ range, newText: meant }], preferred: true }] };
}

/** `-Userldentity`. */
function* lookAlikeParameters(command: Command, cmdlet: Cmdlet, { commonParameters }: Catalogue): Iterable<ScriptFinding> {
  for (const element of command.elements) {
    if (element.kind !== 'CommandParameter' || !/[il1o0]/i.test(element.name)) continue;
    const written = element.name.toLowerCase();
    if ([...cmdlet.parameters, ...commonParameters].some(({ name, aliases = [] }) => startsWith(name, written) || aliases.some((alias) => startsWith(alias, written)))) continue;
    const known = [...cmdlet.parameters, ...commonParameters].flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    const meant = known.filter((name) => name.length === written.length && shape(name) === shape(written));
    const [name] = meant;
    if (name === undefined || meant.length > 1) continue;
    const range = { start: element.start + 1, end: element.start + 1 + element.name.length };
    yield {
      message: `"${cmdlet.name}" has no parameter "-${element.name}"; it has "-${name}". Letters that look alike were mixed up: correct the name.`,
      range: { start: element.start, end: range.end },
      fixes: [{ title: `Change to "-${name}"`, edits: [{ range, newText: name }], preferred: true }],
    };
  }
}

/** The lengths first: most names need not be looked at. */
function startsWith(name: string, lowerCase: string): boolean {
  return name.length >= lowerCase.length && name.slice(0, lowerCase.length).toLowerCase() === lowerCase;
}

/** `-domain name nhs.net`: the word behind the parameter completes its name, and the value follows. */
function* partedParameters({ elements }: Command, cmdlet: Cmdlet): Iterable<ScriptFinding> {
  for (const [index, element] of elements.entries()) {
    const [rest, value] = [elements[index + 1], elements[index + 2]];
    if (element.kind !== 'CommandParameter' || element.argument !== undefined || rest?.kind !== 'StringConstantExpression' || rest.quote !== 'BareWord') continue;
    if (value === undefined || value.kind === 'CommandParameter' || element.name === '') continue;
    const whole = (element.name + rest.value).toLowerCase();
    const meant = cmdlet.parameters.find(({ name }) => name.toLowerCase() === whole);
    if (meant === undefined || cmdlet.parameters.some(({ name }) => name.toLowerCase() === element.name.toLowerCase())) continue;
    yield {
      message: `"-${element.name} ${rest.value}" gives "${rest.value}" to a parameter. Expected is "-${meant.name}": remove the blank inside of the name.`,
      range: { start: element.start, end: rest.end },
      fixes: [{ title: `Change to "-${meant.name}"`, edits: [{ range: { start: element.start + 1, end: rest.end }, newText: meant.name }], preferred: true }],
    };
  }
}
