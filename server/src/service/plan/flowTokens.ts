import type { CST } from 'yaml';

const word = '[A-Za-z0-9_](?:[A-Za-z0-9_./@+-]*[A-Za-z0-9_])?';
const words = new RegExp(`^\\[ ?(?:${word}(?:, ?${word})* ?)?\\]$`);
const pairs = new RegExp(`^\\{ ?${word}: ${word}(?:, ?${word}: ${word})* ?\\}$`);
const parts = new RegExp(`${word}|[,: ]`, 'g');

/** The token that yaml makes of a list or mapping in brackets that stands on one line and holds nothing but words; undefined for all else. */
export function flowToken(source: string, offset: number, indent: number): CST.FlowCollection | undefined {
  const isList = words.test(source);
  if (source === '[ ]' || (!isList && !pairs.test(source))) return undefined;
  const token = (type: CST.SourceToken['type'], at: number, text: string): CST.SourceToken => ({ type, offset: offset + at, indent, source: text });
  const items: CST.CollectionItem[] = [];
  let item: CST.CollectionItem | undefined;
  const begin = (start: CST.SourceToken[]): CST.CollectionItem => {
    const begun = { start };
    items.push(begun);
    return begun;
  };
  parts.lastIndex = 1;
  for (let match = parts.exec(source); match !== null; match = parts.exec(source)) {
    const [text] = match;
    const at = match.index;
    if (text === ',') item = begin([token('comma', at, text)]);
    else if (text === ':') item?.sep?.push(token('map-value-ind', at, text));
    else if (text === ' ') place(token('space', at, text));
    else {
      const scalar: CST.FlowScalar = { type: 'scalar', offset: offset + at, indent, source: text };
      item ??= begin([]);
      if (isList) item.value = { ...scalar, end: [] };
      else if (item.sep === undefined) Object.assign(item, { key: scalar, sep: [] });
      else item.value = scalar;
    }
  }

  /** A blank belongs to what stands before it; before the first word to that one. */
  function place(space: CST.SourceToken): void {
    if (item === undefined) item = begin([space]);
    else if (item.value !== undefined && 'end' in item.value) item.value.end.push(space);
    else if (item.value !== undefined) Object.assign(item.value, { end: [space] });
    else (item.sep ?? item.start).push(space);
  }

  return { type: 'flow-collection', offset, indent, start: token(isList ? 'flow-seq-start' : 'flow-map-start', 0, source.slice(0, 1)), items, end: [token(isList ? 'flow-seq-end' : 'flow-map-end', source.length - 1, source.slice(-1))] };
}
