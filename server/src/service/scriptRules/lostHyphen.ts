import { brokenNames, commandNames, lostHyphens } from '../features/repairScript.ts';
import type { ScriptRule } from './scriptRule.ts';

/** No cmdlet's name is as long. */
const longestName = 100;

export const lostHyphen: ScriptRule = {
  code: 'script/lost-hyphen',
  title: 'A cmdlet whose name has lost its hyphen, or is cut in two',
  severity: 'warning',
  guidance: ['G19'],
  *check({ script, at, catalogue }) {
    // Commands of that name may come from elsewhere.
    if (catalogue === undefined || at.isOpen) return;
    const { text, commands } = script;
    if (commands.some(({ name }) => name !== undefined && !name.includes('-') && catalogue.command(name) === undefined)) {
      const names = commandNames(catalogue);
      for (const { range, newText } of lostHyphens(script, names)) {
        const first = commands.find(({ command }) => command.start <= range.start && range.start <= (command.elements[0]?.end ?? -1))?.command.elements[0];
        const written = first === undefined ? '' : text.slice(first.start, first.end);
        if (first === undefined || at.defined.includes(written.toLowerCase()) || catalogue.command(written) !== undefined) continue;
        const known = names.get(written.toLowerCase()) ?? '';
        yield { message: `"${written}" is no command; "${known}" is. The hyphen was lost: write it.`, range: { start: first.start, end: first.end }, fixes: [{ title: `Change to "${known}"`, edits: [{ range, newText }], preferred: true }] };
      }
    }
    if (!/[a-z][-\u00ad\u2010-\u2015]\s|-[a-z]+[ \t]*\n/i.test(text)) return;
    for (const { range } of brokenNames(script, (name) => catalogue.command(name)?.name.toLowerCase() === name.toLowerCase())) {
      const start = range.start - (/[\w\u00ad\u2010-\u2015-]+$/.exec(text.slice(Math.max(0, range.start - longestName), range.start))?.[0].length ?? 0);
      const end = range.end + (/^[a-z]+/i.exec(text.slice(range.end, range.end + longestName))?.[0].length ?? 0);
      const whole = text.slice(start, range.start) + text.slice(range.end, end);
      yield { message: `The name of "${whole}" is cut in two, so that PowerShell looks for "${text.slice(start, range.start)}". Expected is the name in one piece: join it.`, range: { start, end: range.start }, fixes: [{ title: `Change to "${whole}"`, edits: [{ range, newText: '' }], preferred: true }] };
    }
  },
};
