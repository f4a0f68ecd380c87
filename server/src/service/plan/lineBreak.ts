/** The line break of a text, by its first one: edits end their lines as the text does. Looking for another would read it all. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}
