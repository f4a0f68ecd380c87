import { attributeList } from './attribute.ts';
import type { AttributeOrType } from './nodes.ts';
import type { Parser } from './parser.ts';
import type { Token } from './token.ts';

/** Statements that can have no attributes. */
const without: ReadonlySet<string> = new Set(
  'break continue data define do exit filter for foreach from function if return switch throw trap try using var while workflow parallel sequence'.split(' '),
);

/** Further keywords, which can have attributes but no types; `class` and `enum` are the only ones of them that begin a statement. */
const untyped: ReadonlySet<string> = new Set(
  'assembly base begin catch class clean command configuration default dynamicparam else elseif end enum finally hidden in interface module namespace param private process public static type until'.split(' '),
);

/** A word such as `[Flags()]` at the beginning of a statement: attributes of the statement, or a type that begins an expression. */
export function beginsAttributes(p: Parser, { kind, start, end }: Token): boolean {
  return (kind === 'Word' || kind === 'Identifier') && p.code(start) === 91 && end - start > 1;
}

/** The attributes before a keyword, what is wrong with them reported; where anything else follows, nothing is taken. */
export function statementAttributes(p: Parser): AttributeOrType[] {
  const before = p.mark();
  const attributes = attributeList(p);
  const [first] = attributes;
  p.mode = 'command';
  p.skipNewLines();
  const next = p.peek();
  const word = next.kind === 'Identifier' && next.value.length === next.end - next.start ? next.value.toLowerCase() : '';
  const type = attributes.find(({ kind }) => kind === 'TypeConstraint');
  if (first && without.has(word) && !type) {
    p.report('UnexpectedAttribute', first.start, first.end);
    return attributes;
  }
  if (untyped.has(word)) {
    if (type) p.report('TypeNotAllowedBeforeStatement', type.start, type.end);
    if (word === 'class' || word === 'enum') return attributes;
  }
  p.reset(before);
  return [];
}
