/** Keys and values of hashtables, and the calls that these are splatted into. */
import { inWhole } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { walk } from './parser/index.ts';
import type { Command, Expression, Hashtable, Node, StringConstantExpression } from './parser/index.ts';
import type { EntryPlace, KeyPlace, TableAtOffset, Written, WrittenValue } from './scriptPlace.ts';

export function keyPlace(cursor: Cursor, table: Hashtable, key: StringConstantExpression, written: Written): KeyPlace | undefined {
  if (!table.entries.some((entry) => entry.key === key)) return undefined;
  const hasValue = /^[ \t]*=/.test(cursor.text.slice(written.replace.end).replace(/^["'”’]/, ''));
  return { kind: 'key', ...written, table: tableAt(cursor, table, key.start), hasValue };
}

/** Undefined where `holder` is not the whole value of a hashtable's entry. */
export function entryPlace(cursor: Cursor, holder: Node, value: WrittenValue): EntryPlace | undefined {
  const at = cursor.path.indexOf(holder);
  const [table, pipeline] = [cursor.path[at - 2], cursor.path[at - 1]];
  if (table?.kind !== 'Hashtable' || pipeline?.kind !== 'Pipeline' || pipeline.elements.length !== 1) return undefined;
  const entry = table.entries.find((each) => each.value === pipeline);
  const key = entry && keyText(entry.key);
  return entry === undefined || key === undefined ? undefined : { kind: 'entry', ...value, key, table: tableAt(cursor, table, entry.key.start) };
}

function tableAt(cursor: Cursor, marked: Hashtable, ownKey: number): TableAtOffset {
  const node = inWhole(cursor, 'Hashtable', marked.start) ?? marked;
  const keys = node.entries.filter(({ key }) => key.start !== ownKey).flatMap(({ key }) => keyText(key) ?? []);
  return { keys, calls: callsWith(cursor, node) };
}

export function keyText(key: Expression): string | undefined {
  return key.kind === 'StringConstantExpression' ? key.value : undefined;
}

/** `$name = @{ … }`, then `Set-Something @name` behind it. */
function callsWith({ whole }: Cursor, table: Hashtable): readonly Command[] {
  let name: string | undefined;
  const calls: Command[] = [];
  walk(whole().tree, (node) => {
    if (node.kind === 'AssignmentStatement' && node.left.kind === 'VariableExpression' && isValue(node.right, table)) name = node.left.name.toLowerCase();
    if (name === undefined || node.kind !== 'Command' || node.start < table.end) return;
    if (node.elements.some((element) => element.kind === 'VariableExpression' && element.splatted && element.name.toLowerCase() === name)) calls.push(node);
  });
  return calls;
}

function isValue(right: Node | undefined, table: Hashtable): boolean {
  if (right?.kind !== 'Pipeline' || right.elements.length !== 1) return false;
  const [only] = right.elements;
  return only?.kind === 'CommandExpression' && only.expression.start === table.start && only.expression.kind === 'Hashtable';
}
