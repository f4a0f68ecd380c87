/**
 * Text from a plan or a partner's answer for a terminal: control characters, which could move the cursor or change colours,
 * are written out (`\u001b`). Line breaks and tabs stay.
 */
export function readable(text: string): string {
  let shown = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isControl = (code < 0x20 && code !== 0x0a && code !== 0x09) || (code >= 0x7f && code <= 0x9f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    shown += isControl ? `\\u${code.toString(16).padStart(4, '0')}` : character;
  }
  return shown;
}
