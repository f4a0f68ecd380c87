import { constantText, fullName } from './calls.ts';
import type { ScriptContext, ScriptFinding, ScriptRule } from './scriptRule.ts';

const inBrackets = /<([^<>\r\n#]{1,80})>/g;
/** An address, a URL or a domain: the brackets are decoration. */
const isValue = /^(?:[^\s@]+@[\w-]+(?:\.[\w-]+)+|https?:\/\/\S+|[\w-]+(?:\.[\w-]+)+)$/;
/** Words that placeholders are made of; other texts in angle brackets are HTML, XML or `<local>`. */
const typical = /(?:^|[\s_-])(?:your|my|server|domain|proxy|port|user|name|address|host|password|organi[sz]ation|tenant|company|url|uri|fqdn|smtp|identity|thumbprint|mailbox|partner|value|path)(?:$|[\s_-])/i;

export const placeholder: ScriptRule = {
  code: 'script/placeholder',
  title: 'A placeholder in angle brackets that nobody has filled in',
  severity: 'error',
  guidance: ['G19'],
  explainsSyntax: true,
  *check(context) {
    if (!context.script.text.includes('<')) return;
    if (context.script.errors.length > 0) yield* inCommands(context);
    yield* inQuotes(context);
  },
};

/** Outside of quotes PowerShell reads "<" nowhere. */
function* inCommands({ script: { text, isText } }: ScriptContext): Iterable<ScriptFinding> {
  for (const { 0: written, 1: content = '', index } of text.matchAll(inBrackets)) {
    if (isText(index) || /^\s|=/.test(content)) continue;
    const range = { start: index, end: index + written.length };
    const trimmed = content.trim();
    if (isValue.test(trimmed)) {
      yield {
        message: `"${written}" stands in angle brackets, which PowerShell cannot read. Expected is "${trimmed}" by itself: remove the brackets.`,
        range,
        fixes: [{ title: 'Remove the angle brackets', edits: [{ range, newText: trimmed }], preferred: true }],
      };
    } else yield { message: `"${written}" is a placeholder, and PowerShell cannot read "<". Write the value in its place.`, range };
  }
}

/** In quotes it is text, so that only what looks like a placeholder, given to one of Exchange's cmdlets, is one. */
function* inQuotes({ script: { text, commands }, catalogue }: ScriptContext): Iterable<ScriptFinding> {
  for (const { command } of commands) {
    if (catalogue?.find(fullName(command, catalogue)) === undefined) continue;
    for (const element of command.elements) {
      for (const item of element.kind === 'ArrayLiteral' ? element.elements : [element]) {
        const value = constantText(item);
        if (value === undefined || !value.includes('<') || /<\/|\/>|<!|<\w+\s+\w+=/.test(value)) continue;
        const written = text.slice(item.start, item.end);
        for (const { 0: found, 1: content = '', index } of written.matchAll(inBrackets)) {
          if (!typical.test(content)) continue;
          yield { message: `"${found}" is a placeholder. Write the value in its place.`, range: { start: item.start + index, end: item.start + index + found.length }, severity: 'warning' };
        }
      }
    }
  }
}
