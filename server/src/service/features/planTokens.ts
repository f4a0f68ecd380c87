import { Parser, type CST } from 'yaml';

/** A mapping or list: the column at which its entries stand, and the one at which two blanks a level put them. */
export interface Level {
  readonly from: number;
  readonly to: number;
}

/** A token of a plan's text. */
export interface PlanToken {
  readonly type: CST.SourceToken['type'] | CST.FlowScalar['type'] | 'block-scalar' | 'other';
  readonly start: number;
  readonly source: string;
  /** The mapping or list in which it stands. */
  readonly level: Level;
  /** The column at which it is to stand where it is the first of its line; undefined inside brackets and for comments. */
  readonly column: number | undefined;
  /** Of a block scalar, whose token begins behind it: `|2-`, with the comment and line break that follow. */
  readonly header: string;
}

const top: Level = { from: 0, to: 0 };

/** All tokens of a text in their order. Undefined for explicit keys (`? `), of which the columns do not tell enough. */
export function planTokens(text: string): PlanToken[] | undefined {
  const tokens: PlanToken[] = [];

  const put = (type: PlanToken['type'], { offset, source }: { readonly offset: number; readonly source: string }, level: Level, column?: number): void => {
    tokens.push({ type, start: offset, source, level, column, header: '' });
  };
  /** @param column of a dash; @param inner of what else may begin a line */
  const putAll = (sources: readonly CST.SourceToken[] | undefined, level: Level, column?: number, inner = column): void => {
    for (const source of sources ?? []) {
      const own = source.type === 'seq-item-ind' ? column : source.type === 'anchor' || source.type === 'tag' ? inner : undefined;
      put(source.type, source, level, own);
    }
  };

  const walk = (token: CST.Token | null | undefined, level: Level, column: number | undefined): void => {
    if (!token) return;
    switch (token.type) {
      case 'document':
        putAll(token.start, level);
        walk(token.value, level, column);
        putAll(token.end, level);
        return;
      case 'block-map': {
        const own = { from: token.indent, to: column ?? 0 };
        for (const { start, key, sep, value } of token.items) {
          putAll(start, own, own.to);
          walk(key, own, own.to);
          putAll(sep, own, own.to + 2);
          walk(value, own, own.to + 2);
        }
        return;
      }
      case 'block-seq': {
        const own = { from: token.indent, to: column ?? 0 };
        for (const { start, value } of token.items) {
          putAll(start, own, own.to, own.to + 2);
          walk(value, own, own.to + 2);
        }
        return;
      }
      case 'flow-collection':
        put(token.start.type, token.start, level, column);
        for (const { start, key, sep, value } of token.items) {
          putAll(start, level);
          walk(key, level, undefined);
          putAll(sep, level);
          walk(value, level, undefined);
        }
        putAll(token.end, level);
        return;
      case 'alias':
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        put(token.type, token, level, column);
        putAll(token.end, level);
        return;
      case 'block-scalar': {
        const props = token.props.filter((prop) => 'source' in prop);
        for (const prop of props) put(prop.type === 'block-scalar-header' || prop.type === 'space' || prop.type === 'comment' || prop.type === 'newline' ? prop.type : 'other', prop, level, prop.type === 'block-scalar-header' ? column : undefined);
        const header = props.map(({ source }) => source).join('');
        tokens.push({ type: 'block-scalar', start: (props.at(-1)?.offset ?? token.offset) + (props.at(-1)?.source.length ?? 0), source: token.source, level, column: undefined, header });
        return;
      }
      default:
        if (!('source' in token)) return;
        put(token.type === 'space' || token.type === 'comment' || token.type === 'newline' || token.type === 'explicit-key-ind' ? token.type : 'other', token, level);
        if ('end' in token) putAll(token.end, level);
    }
  };

  for (const token of new Parser().parse(text)) walk(token, top, 0);
  return tokens.some(({ type }) => type === 'explicit-key-ind') || tokens.map(({ source }) => source).join('') !== text ? undefined : tokens;
}
