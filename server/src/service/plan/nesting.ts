/** More levels than any plan has; yaml's composer runs out of stack at about 800. */
export const deepestPlan = 200;

/**
 * True where a text is nested more deeply than a plan can be: brackets, indentation, and dashes on one line.
 *
 * It must be known before the parser sees the text. yaml calls itself for each level and catches the exhausted stack, but when
 * V8 compiles a regular expression at that depth it ends the whole process ("RegExpCompiler Allocation failed").
 * Quotes, comments and blocks are not told apart: nothing that is closed again counts, whatever it stands in.
 */
export function isNestedTooDeeply(text: string): boolean {
  const indents: number[] = [];
  let brackets = 0;
  let at = 0;
  while (at < text.length) {
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd < 0 ? text.length : lineEnd;
    let position = at;
    while (position < end && text[position] === ' ') position++;
    if (position < end) {
      const indent = position - at;
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      indents.push(indent);
    }
    let dashes = 0;
    while (isIndicator(text, position, end)) {
      dashes++;
      position++;
      while (position < end && (text[position] === ' ' || text[position] === '\t')) position++;
    }
    if (indents.length + brackets + dashes > deepestPlan) return true;
    for (; position < end; position++) {
      const character = text[position];
      if (character === '[' || character === '{') {
        brackets++;
        if (indents.length + brackets + dashes > deepestPlan) return true;
      } else if ((character === ']' || character === '}') && brackets > 0) brackets--;
    }
    at = end + 1;
  }
  return false;
}

/** A dash, or the question mark of an explicit key, with a blank behind it opens a level. */
function isIndicator(text: string, position: number, end: number): boolean {
  const character = text[position];
  if (position >= end || (character !== '-' && character !== '?')) return false;
  const next = text[position + 1];
  return position + 1 >= end || next === ' ' || next === '\t';
}
