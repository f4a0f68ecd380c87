import type { Expression, Hashtable, Statement } from '../powershell/parser/index.ts';
import { walk } from '../powershell/parser/index.ts';
import { knownParameter } from '../powershell/knownParameter.ts';
import { scriptVariables } from '../powershell/scriptVariables.ts';
import { isSameAsText } from './argumentAsValue.ts';
import type { RefactorContext, Refactoring } from './refactor.ts';

/** A hashtable that is made for one call only goes back into it. */
export const writeSplatOut: Refactoring = (context) => {
  const { script, call } = context;
  const splat = call.command.elements.find((element) => element.kind === 'VariableExpression' && element.splatted);
  if (splat?.kind !== 'VariableExpression') return undefined;
  const places = scriptVariables(script.tree);
  const own = places.find(({ start }) => start === splat.start);
  const uses = places.filter(({ name, scope }) => name === own?.name && scope === own.scope);
  const [assigned, used] = uses;
  if (uses.length !== 2 || assigned?.isWritten !== true || used !== own) return undefined;
  const source = hashtableAt(context, assigned.start);
  const written = source === undefined ? undefined : parametersOf(context, source.table);
  if (source === undefined || written === undefined) return undefined;
  // What is asked at another time may have another answer.
  const between = script.text.slice(source.lines.end, call.command.start);
  if (!/^\s*(?:\$\w+[ \t]*=[ \t]*)?$/.test(between) && !source.table.entries.every(({ value }) => isFixed(expressionOf(value)))) return undefined;
  return { title: 'Write the splatted parameters out', edits: [{ range: source.lines, newText: '' }, { range: { start: splat.start, end: splat.end }, newText: written }] };
};

/** The hashtable that is assigned at an offset, where the assignment has its lines for itself. */
function hashtableAt({ script: { text, tree } }: RefactorContext, at: number): { readonly table: Hashtable; readonly lines: { readonly start: number; readonly end: number } } | undefined {
  let found: { readonly table: Hashtable; readonly start: number; readonly end: number } | undefined;
  walk(tree, (node) => {
    if (node.kind !== 'AssignmentStatement' || node.operator !== '=' || node.start !== at) return;
    const table = expressionOf(node.right);
    if (table?.kind === 'Hashtable') found = { table, start: node.start, end: node.end };
  });
  if (found === undefined) return undefined;
  const { table, start, end } = found;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const [ending] = /^[ \t]*\r?\n/.exec(text.slice(end)) ?? [];
  return ending === undefined || text.slice(lineStart, start).trim() !== '' ? undefined : { table, lines: { start: lineStart, end: end + ending.length } };
}

function parametersOf({ script: { text }, call: { name }, catalogue }: RefactorContext, { entries }: Hashtable): string | undefined {
  const cmdlet = name === undefined ? undefined : catalogue.cmdlet(name);
  if (cmdlet === undefined || entries.length === 0) return undefined;
  const parts = entries.map(({ key, value }) => {
    const expression = expressionOf(value);
    const parameter = key.kind === 'StringConstantExpression' ? knownParameter(cmdlet, key.value, catalogue) : undefined;
    if (parameter === undefined || expression === undefined) return undefined;
    const isSwitch = parameter.type === 'SwitchParameter';
    const written = valueAsArgument(text, expression);
    if (isSwitch) return /^\$true$/i.test(written) ? `-${parameter.name}` : `-${parameter.name}:${written}`;
    return `-${parameter.name} ${written}`;
  });
  return parts.every((part) => part !== undefined) ? parts.join(' ') : undefined;
}

function isFixed(value: Expression | undefined): boolean {
  if (value?.kind === 'ArrayLiteral') return value.elements.every(isFixed);
  if (value?.kind === 'VariableExpression') return /^(?:true|false|null)$/i.test(value.name);
  return value?.kind === 'StringConstantExpression' || value?.kind === 'ConstantExpression';
}

/** What is no argument as it stands becomes one in parentheses. */
function valueAsArgument(text: string, value: Expression): string {
  const written = text.slice(value.start, value.end);
  const isPlain = /^(?:VariableExpression|StringConstantExpression|ExpandableStringExpression|ConstantExpression|Hashtable|ScriptBlockExpression|ParenExpression|SubExpression|ArrayExpression|MemberExpression)$/.test(value.kind);
  const isList = value.kind === 'ArrayLiteral' && value.elements.every(({ kind }) => /^(?:VariableExpression|StringConstantExpression|ExpandableStringExpression|ConstantExpression)$/.test(kind));
  const numbers = value.kind === 'ArrayLiteral' ? value.elements : [value];
  const isText = numbers.every(({ kind, start, end }) => kind !== 'ConstantExpression' || isSameAsText(text.slice(start, end)));
  return isText && (isPlain || isList) ? written : `(${written})`;
}

function expressionOf(statement: Statement | undefined): Expression | undefined {
  const only = statement?.kind === 'Pipeline' && statement.elements.length === 1 ? statement.elements[0] : undefined;
  return only?.kind === 'CommandExpression' && only.redirections.length === 0 ? only.expression : undefined;
}
