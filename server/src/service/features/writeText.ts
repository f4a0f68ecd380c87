import type { QuoteStyle } from './scalarText.ts';

/** A text as a YAML scalar on one line, in the quotes that stood there where they are needed or were chosen. */
export function writeYamlText(text: string, quote: QuoteStyle): string {
  if (quote === 'double') return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  if (quote === 'single' || !isPlainYaml(text)) return `'${text.replaceAll("'", "''")}'`;
  return text;
}

/** A text as one word of PowerShell. */
export function writeWord(text: string, quote: QuoteStyle): string {
  if (quote === 'single') return `'${text.replaceAll("'", "''")}'`;
  if (quote === 'plain' && /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(text)) return text;
  return `"${text.replace(/[`"$\u201c\u201d\u201e]/g, '`$&')}"`;
}

/** True where YAML reads the text as it stands, also inside brackets. */
function isPlainYaml(text: string): boolean {
  return !/^[\s*&!|>'"%@`#{}[\],?:-]|[,[\]{}]|:(?:\s|$)|\s#|\s$|^$/.test(text);
}
