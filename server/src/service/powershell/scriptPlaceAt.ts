/** What is being written at an offset of a script. */
import { cursorAt, inWhole, unmarked } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { keywords } from './keywords.ts';
import type { ArrayLiteral, Command, CommandParameter, Expression, Node, StringConstantExpression, VariableExpression } from './parser/index.ts';
import type { AtArgument, AtVariable, CallElement, CommandPlace, EntryPlace, GivenParameter, ScriptPlace, Written, WrittenValue } from './scriptPlace.ts';
import { entryPlace, keyPlace } from './tablePlace.ts';

type Quote = StringConstantExpression['quote'];

/**
 * Undefined inside comments, here-strings, expressions, quotes that an earlier line left open, and words of several pieces such as `a"b"`.
 */
export function scriptPlaceAt(cursor: Cursor): ScriptPlace | undefined {
  const { path } = cursor;
  const node = path.at(-1);
  if (node === undefined || isGlued(cursor, node)) return undefined;
  const parent = path.at(-2);
  if (node.kind === 'VariableExpression') return variablePlace(cursor, node);
  if (node.kind === 'CommandParameter') return parent?.kind === 'Command' ? parameterPlace(cursor, parent, node) : undefined;
  if (node.kind !== 'StringConstantExpression') return undefined;
  const written = writtenWord(cursor, node.start, node.quote);
  if (written === undefined) return undefined;
  if (parent?.kind === 'Hashtable') return keyPlace(cursor, parent, node, written);
  if (parent?.kind === 'Command') return wordPlace(cursor, parent, node, written);
  return valuePlace(cursor, node, written);
}

/** An argument, an item of one, or the value of a hashtable's entry. */
function valuePlace(cursor: Cursor, node: Expression, written: Written): CommandPlace | EntryPlace | undefined {
  const { path } = cursor;
  const parent = path.at(-2);
  const list = parent?.kind === 'ArrayLiteral' ? parent : undefined;
  const holder = list ? path.at(-3) : parent;
  const value: WrittenValue = { ...written, listed: list ? itemsBefore(cursor, list, node) : [] };
  if (holder?.kind === 'Command') return argumentPlace(cursor, holder, list ?? node, value);
  if (holder?.kind === 'CommandParameter') {
    const command = path.at(list ? -4 : -3);
    return command?.kind === 'Command' ? argumentPlace(cursor, command, holder, value) : undefined;
  }
  return holder?.kind === 'CommandExpression' ? entryPlace(cursor, holder, value) : undefined;
}

/** The command at an offset, whatever of it is being written there. An offset outside the text is taken for its nearest end. */
export function commandAt(text: string, offset: number): CommandPlace | undefined {
  const place = scriptPlaceAt(cursorAt(text, offset));
  return place?.kind === 'command' ? place : undefined;
}

/** A bracket, quote or sign adjoins the cursor: what is typed here is not yet parted from it. A word behind it is the one that is written. */
function isGlued({ text, offset }: Cursor, node: Node): boolean {
  if (node.start < offset) return false;
  const before = text.charAt(offset - 1);
  const behind = text.charAt(offset);
  return /["'”’)\]}]/.test(before) || !(behind === '' || /[\w\s)}\];,|`&#]/.test(behind));
}

/** As an argument it may also become a literal: `$true` is written like a variable. */
function variablePlace(cursor: Cursor, node: VariableExpression): AtVariable | CommandPlace | undefined {
  const variable = variableAt(cursor, node.start);
  if (variable?.sign !== '$') return variable;
  const { prefix, word, replace } = variable;
  const place = valuePlace(cursor, node, { prefix: `$${prefix}`, word: `$${word}`, replace: { start: node.start, end: replace.end } });
  return place?.kind === 'command' ? { ...place, variable } : variable;
}

function variableAt({ text, offset }: Cursor, start: number): AtVariable | undefined {
  const sign = /^(?:\$\{|[$@])/.exec(text.slice(start, offset))?.[0];
  if (sign === undefined) return undefined;
  const from = start + sign.length;
  const rest = (sign === '${' ? /^[^}\r\n]*/ : /^[\w:?]*/).exec(text.slice(offset))?.[0] ?? '';
  const end = offset + rest.length;
  return { kind: 'variable', sign, prefix: text.slice(from, offset), word: text.slice(from, end), replace: { start: from, end } };
}

/** Undefined for words that are not one plain text. */
function writtenWord(cursor: Cursor, start: number, quote: Quote): (Written & { readonly quote?: 'single' | 'double' }) | undefined {
  const { text, offset } = cursor;
  if (quote.endsWith('HereString')) return undefined;
  const from = quote === 'BareWord' ? start : start + 1;
  const prefix = text.slice(from, offset);
  if (/[\r\n]/.test(prefix)) return undefined;
  const whole = inWhole(cursor, 'StringConstantExpression', start) ?? inWhole(cursor, 'ConstantExpression', start) ?? inWhole(cursor, 'ExpandableStringExpression', start);
  if (quote === 'BareWord') {
    const end = Math.max(offset, whole?.end ?? offset + letters(text, offset));
    const word = text.slice(from, end);
    return /["'“”„‘’‚‛]|\$\(/.test(word) ? undefined : { prefix, word, replace: { start: from, end } };
  }
  // An open quote swallows the lines below, which are not what is being written: there the word ends with its letters.
  const rest = text.slice(offset, (whole?.end ?? offset) - 1);
  const isClosed = whole !== undefined && whole.end > offset && !/[\r\n]/.test(rest) && /["'“”„‘’‚‛]/.test(text.charAt(whole.end - 1));
  const end = isClosed ? whole.end - 1 : offset + letters(text, offset);
  return { prefix, word: text.slice(from, end), replace: { start: from, end }, quote: quote === 'SingleQuoted' ? 'single' : 'double' };
}

function letters(text: string, at: number): number {
  return /^[\w.-]*/.exec(text.slice(at, at + 200))?.[0].length ?? 0;
}

function wordPlace(cursor: Cursor, command: Command, node: Node & { readonly quote: Quote }, written: Written): ScriptPlace | undefined {
  if (command.elements[0] !== node) return argumentPlace(cursor, command, node as Expression, { ...written, listed: [] });
  const isBare = node.quote === 'BareWord';
  if (isBare && (keywords.has(written.prefix.toLowerCase()) || cursor.isMisplaced(node))) return undefined;
  const whole = inWhole(cursor, 'Command', command.start);
  const rest = whole?.elements.slice(1) ?? [];
  const name = written.word === '' ? {} : { name: written.word, nameRange: written.replace };
  const entry = isBare && command.elements.length === 1 ? entryPlace(cursor, command, { ...written, listed: [] }) : undefined;
  return {
    kind: 'command',
    ...name,
    given: rest.flatMap(given),
    elements: rest,
    touched: undefined,
    takesInput: isPipedInto(cursor, command),
    at: { kind: 'name', prefix: written.prefix, word: written.word, replace: written.replace },
    ...(entry ? { entry } : {}),
  };
}

function parameterPlace(cursor: Cursor, command: Command, node: CommandParameter): CommandPlace | undefined {
  const { text, offset } = cursor;
  const { start } = node;
  const prefix = text.slice(start + 1, offset);
  if (unmarked(node.name) !== prefix) return undefined;
  const whole = inWhole(cursor, 'CommandParameter', start);
  const end = Math.max(offset, whole ? start + 1 + whole.name.length : offset + letters(text, offset));
  const at = { kind: 'parameter' as const, dash: text.charAt(start), prefix, word: text.slice(start, end), replace: { start, end } };
  return callPlace(cursor, command, node, at);
}

function argumentPlace(cursor: Cursor, command: Command, element: CallElement, value: WrittenValue): CommandPlace | undefined {
  if (command.elements.some((each) => each.kind === 'StringConstantExpression' && each.value === '--%')) return undefined;
  const before = command.elements[command.elements.indexOf(element) - 1];
  const owner = element.kind === 'CommandParameter' ? element : before?.kind === 'CommandParameter' && before.argument === undefined ? before : undefined;
  const at: AtArgument = { kind: 'argument', ...value, colon: element.kind === 'CommandParameter', ...(owner && owner.name !== '-' ? { of: owner.name } : {}) };
  return callPlace(cursor, command, element, at);
}

/** What stands before the cursor is as the marked text has it; what stands behind, as the whole script has it. */
function callPlace(cursor: Cursor, command: Command, element: CallElement, at: CommandPlace['at']): CommandPlace {
  const { text, offset } = cursor;
  const [first, ...marked] = command.elements;
  const before = marked.slice(0, marked.indexOf(element));
  const whole = inWhole(cursor, 'Command', command.start);
  const behind = (whole?.elements ?? []).filter((each) => each.start > element.start && each.start >= offset);
  const name = first?.kind === 'StringConstantExpression' ? { name: first.value, nameRange: { start: first.start, end: first.end } } : {};
  const isOpen = /[\r\n]/.test(text.slice(offset, whole?.elements.find((each) => each.start === element.start)?.end ?? offset)) && 'quote' in at;
  const rest = isOpen ? [] : behind;
  const touched = element.kind === 'CommandParameter' && at.kind === 'parameter' ? { ...element, name: at.prefix } : element;
  return {
    kind: 'command',
    ...name,
    given: [...before, ...rest].flatMap(given),
    elements: [...before, touched, ...rest],
    touched,
    takesInput: isPipedInto(cursor, command),
    at,
  };
}

function given(element: CallElement): readonly GivenParameter[] {
  if (element.kind !== 'CommandParameter' || element.name === '-') return [];
  return [{ name: element.name, start: element.start, end: element.start + 1 + element.name.length }];
}

function isPipedInto({ path }: Cursor, command: Command): boolean {
  const pipeline = path.findLast((node) => node.kind === 'Pipeline');
  return pipeline?.kind === 'Pipeline' && pipeline.elements.indexOf(command) > 0;
}

function itemsBefore({ text }: Cursor, list: ArrayLiteral, node: Node): readonly string[] {
  return list.elements.slice(0, list.elements.indexOf(node as Expression)).map((item) => (item.kind === 'StringConstantExpression' ? item.value : text.slice(item.start, item.end)));
}
