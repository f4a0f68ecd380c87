/** What script rules ask of a command. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Command, CommandElement, CommandParameter, Expression } from '../powershell/parser/index.ts';
import type { ScriptRange } from '../powershell/range.ts';

/** Its name as written, where that is a constant. */
export function writtenName({ elements: [first] }: Command): string | undefined {
  return first?.kind === 'StringConstantExpression' ? first.value : undefined;
}

/** Its full name in lower case, aliases and modules resolved; empty where it is called by an expression. */
export function fullName(command: Command, catalogue: Catalogue | undefined): string {
  const written = writtenName(command) ?? '';
  return (catalogue?.command(written)?.name ?? written).toLowerCase();
}

export function nameRange({ elements: [first], start, end }: Command): ScriptRange {
  return { start: first?.start ?? start, end: first?.end ?? end };
}

/** The parameter as it is written, in full or shortened to no less than `least` letters. */
export function parameterOf({ elements }: Command, name: string, least = name.length): CommandParameter | undefined {
  return elements.find((element): element is CommandParameter => element.kind === 'CommandParameter' && element.name.length >= least && name.toLowerCase().startsWith(element.name.toLowerCase()));
}

/** The argument of a parameter, behind its colon or behind a blank. */
export function argumentOf({ elements }: Command, parameter: CommandParameter): Expression | undefined {
  if (parameter.argument !== undefined) return parameter.argument;
  const next = elements[elements.indexOf(parameter) + 1];
  return next === undefined || next.kind === 'CommandParameter' ? undefined : next;
}

/** A text that is written out, without anything to put in. */
export function constantText(element: CommandElement | undefined): string | undefined {
  return element?.kind === 'StringConstantExpression' ? element.value : undefined;
}

/** `$false`, `$null` or `0`. */
export function isFalse(expression: Expression | undefined): boolean {
  return expression?.kind === 'VariableExpression' ? /^(?:false|null)$/i.test(expression.name) : expression?.kind === 'ConstantExpression' && expression.text === '0';
}
