import type { Place } from './placeAt.ts';
import type { PlanValue } from './planValues.ts';

type Around = Pick<Place, 'quote' | 'isClosed' | 'lead' | 'flow' | 'quotesKeys'>;

/** A value as it is written at a place: inside the quotes that stand there, or with quotes where YAML would read something else. */
export function valueText({ text, isText }: PlanValue, { quote, isClosed, lead, flow, quotesKeys }: Around): string {
  const closing = isClosed ? '' : quote;
  if (quote === '"') return escaped(text) + (closing ?? '');
  if (quote === "'") return text.replaceAll("'", "''") + (closing ?? '');
  return lead + (quotesKeys && isText ? `"${escaped(text)}"` : scalarText(text, flow));
}

/** A key without its colon. What stands behind it already (`hasColon`) keeps its closing quote. */
export function keyText(key: string, { quote, isClosed, lead, quotesKeys }: Around, hasColon: boolean): string {
  if (quote !== undefined) return key + (hasColon && isClosed ? '' : quote);
  return lead + (quotesKeys ? `"${key}"` : key);
}

/** Plain where YAML reads that as this text, quoted otherwise. Brackets and commas matter inside of brackets only. */
export function scalarText(text: string, isFlow: boolean): string {
  // Control characters and line breaks can be written in double quotes only.
  if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)) return JSON.stringify(text);
  const isPlain = /^[^\s*&!|>'"%@`#{}[\],?:<-]/.test(text) && !/: |:$|\s#|\s$|\\/.test(text) && !(isFlow && /[,[\]{}]/.test(text));
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`;
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
