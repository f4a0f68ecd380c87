import { walk, type Span } from '../powershell/parser/index.ts';
import { readScript, type ReadScript } from '../powershell/readScript.ts';

/** Each candidate costs reading the script again. */
const mostCandidates = 12;
const longest = 20_000;

export interface OpenQuote extends Span {
  /** Where the closing quote makes the script readable, and the quote; absent where none does. */
  readonly close?: { readonly at: number; readonly quote: string };
}

/**
 * The text that lost its closing quote. From there on PowerShell takes text for commands and commands for text, and complains of the
 * last quote only. Tried is each quoted text of several lines, closed on its first: where that makes the script readable and leaves the
 * fewest texts of several lines, the quote was lost.
 *
 * @param own the quote that PowerShell complains of
 */
export function openQuote(script: ReadScript, own: Span): OpenQuote {
  const { text } = script;
  const ownLine = { start: own.start, end: lineEnd(text, own.start) };
  // A here-string has its own way of ending.
  if (text[own.start] === '@' || text.length > longest) return ownLine;
  const candidates = script.quoted.filter((each) => !each.isHereString && isSeveralLines(text, each) && each.start < own.start).slice(0, mostCandidates);
  let best: OpenQuote = ownLine;
  let fewest = Infinity;
  for (const { start } of [...candidates, own]) {
    const at = closingPlace(text, start);
    const quote = /["\u201c-\u201e]/.test(text[start] ?? '') ? '"' : "'";
    const mended = readScript(text.slice(0, at) + quote + text.slice(at));
    const several = textsOfSeveralLines(mended);
    if (mended.errors.length > 0 || several > fewest) continue;
    [best, fewest] = [{ start, end: at, close: { at, quote } }, several];
  }
  return best;
}

/** Before what joins the line to the next one. */
function closingPlace(text: string, start: number): number {
  const line = text.slice(start, lineEnd(text, start)).trimEnd();
  return start + (/[`|]$/.test(line) ? line.slice(0, -1).trimEnd() : line).length;
}

/** Also words with quotes in their middle, which a quote too many makes of commands. */
function textsOfSeveralLines({ tree, text }: ReadScript): number {
  let found = 0;
  walk(tree, (node) => {
    if ((node.kind === 'StringConstantExpression' || node.kind === 'ExpandableStringExpression') && !node.quote.endsWith('HereString') && isSeveralLines(text, node)) found++;
  });
  return found;
}

function isSeveralLines(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).includes('\n');
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}
