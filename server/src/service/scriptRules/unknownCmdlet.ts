import { didYouMean } from '../spelling.ts';
import { distance } from 'fastest-levenshtein';
import { nameRange, writtenName } from './calls.ts';
import type { ScriptRule } from './scriptRule.ts';

export const unknownCmdlet: ScriptRule = {
  code: 'script/unknown-cmdlet',
  title: 'A cmdlet whose name is misspelt',
  severity: 'warning',
  guidance: [],
  givesWay: true,
  *check({ script, at, catalogue }) {
    // Any name may be a function's or a module's: only what is next to a known one is taken for a slip.
    if (catalogue === undefined || at.isOpen) return;
    for (const { command } of script.commands) {
      const written = writtenName(command) ?? '';
      if (command.operator !== '' || !/^[a-z]+-[a-z]\w{3,60}$/i.test(written) || catalogue.command(written) !== undefined || catalogue.retired(written) !== undefined || at.defined.includes(written.toLowerCase())) continue;
      const meant = didYouMean(written, catalogue.names);
      if (meant === undefined || !isSlip(written.toLowerCase(), meant.toLowerCase())) continue;
      const range = nameRange(command);
      yield { message: `"${written}" is no cmdlet of Exchange. Did you mean "${meant}"?`, range, fixes: [{ title: `Change to "${meant}"`, edits: [{ range, newText: meant }], preferred: false }] };
    }
  },
};

/** One letter, or two that have changed places; in long names two letters. */
function isSlip(written: string, meant: string): boolean {
  const steps = distance(written, meant);
  const letters = (name: string): string => Array.from(name).sort().join('');
  const sameLetters = letters(written) === letters(meant);
  return steps === 1 || (steps === 2 && (sameLetters || (written.length >= 20 && written.length === meant.length)));
}
