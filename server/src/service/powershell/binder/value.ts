/** What is known of an argument without running anything. */
import type { Expression, Statement } from '../parser/index.ts';
import { numberOf } from './number.ts';

export type Value =
  /** A variable, a command's output …: could be anything. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'null' }
  /** Undefined where it is the outcome of a comparison. */
  | { readonly kind: 'boolean'; readonly value: boolean | undefined }
  /** `text` as written, which is what a text made of it says. */
  | { readonly kind: 'number'; readonly value: number; readonly whole: boolean; readonly text: string }
  /** Undefined where it contains a variable: a text, but which is not known. */
  | { readonly kind: 'text'; readonly text: string | undefined }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'hashtable'; readonly isEmpty: boolean }
  | { readonly kind: 'scriptBlock'; readonly isEmpty: boolean }
  | { readonly kind: 'guid' }
  /** An object with these properties, in lower case, as a cmdlet passes it on. */
  | { readonly kind: 'object'; readonly properties: ReadonlyMap<string, Value> };

export const unknown: Value = { kind: 'unknown' };

const comparisons = /^-[ci]?(?:eq|ne|gt|ge|lt|le)$|^-[ci]?(?:not)?(?:contains|in|like|match)$|^-(?:is|isnot|and|or|xor)$/;
const deepest = 8;

/** A list beyond `deepest` lists in one another is not looked at. */
export function valueOf(expression: Expression, depth = 0): Value {
  if (depth > deepest) return unknown;
  switch (expression.kind) {
    case 'StringConstantExpression':
      return { kind: 'text', text: expression.value };
    case 'ExpandableStringExpression':
      return { kind: 'text', text: undefined };
    case 'ConstantExpression':
      return numberOf(expression.text) ?? unknown;
    case 'VariableExpression':
      return ofVariable(expression.name);
    case 'ArrayLiteral':
      return { kind: 'list', items: expression.elements.map((each) => valueOf(each, depth + 1)) };
    case 'ArrayExpression':
      return ofArray(expression.body.statements, depth);
    case 'ParenExpression':
      return ofStatement(expression.pipeline, depth);
    case 'Hashtable':
      return { kind: 'hashtable', isEmpty: expression.entries.length === 0 };
    case 'ScriptBlockExpression':
      return { kind: 'scriptBlock', isEmpty: expression.end - expression.start <= 2 };
    case 'BinaryExpression':
      return comparisons.test(expression.operator) && isSingle(expression.left, depth) ? { kind: 'boolean', value: undefined } : unknown;
    default:
      return unknown;
  }
}

/** Without looking into variables and brackets, as PowerShell binds what it does not run. */
export function valueAsWritten(expression: Expression): Value {
  if (expression.kind === 'VariableExpression' || expression.kind === 'ParenExpression' || expression.kind === 'SubExpression') return unknown;
  const value = valueOf(expression);
  return value.kind === 'unknown' && expression.kind === 'ArrayExpression' ? { kind: 'list', items: [unknown] } : value;
}

/** A comparison with a list on its left gives a list. */
function isSingle(left: Expression, depth: number): boolean {
  return ['text', 'number', 'boolean'].includes(valueOf(left, depth + 1).kind);
}

function ofVariable(name: string): Value {
  const lower = name.toLowerCase();
  if (lower === 'true' || lower === 'false') return { kind: 'boolean', value: lower === 'true' };
  return lower === 'null' ? { kind: 'null' } : unknown;
}

export function ofStatement(statement: Statement | undefined, depth = 0): Value {
  if (statement?.kind !== 'Pipeline' || statement.background) return unknown;
  const [only, ...others] = statement.elements;
  if (only?.kind !== 'CommandExpression' || others.length > 0 || only.redirections.length > 0) return unknown;
  return valueOf(only.expression, depth + 1);
}

/** `@(…)`: a list within it is not a list in a list. */
function ofArray(statements: readonly Statement[], depth: number): Value {
  const items: Value[] = [];
  for (const each of statements) {
    const value = ofStatement(each, depth + 1);
    if (value.kind === 'unknown') return unknown;
    // One by one: as arguments of one call, a hundred thousand would not fit on the stack.
    for (const item of value.kind === 'list' ? value.items : [value]) items.push(item);
  }
  return { kind: 'list', items };
}

/** As PowerShell writes it; undefined where that is not known. */
export function textOf(value: Value): string | undefined {
  switch (value.kind) {
    case 'text':
    case 'number':
      return value.text;
    case 'boolean':
      return value.value === undefined ? undefined : value.value ? 'True' : 'False';
    case 'null':
      return '$null';
    case 'list':
      return 'System.Object[]';
    case 'hashtable':
      return 'System.Collections.Hashtable';
    default:
      return undefined;
  }
}
