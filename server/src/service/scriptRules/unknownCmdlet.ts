import type { Catalogue } from '../catalogue/catalogue.ts';
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
      const meant = didYouMean(written, namesNear(catalogue, written.length));
      if (meant === undefined || isOtherVerb(written, meant, catalogue) || isPrefixed(written, catalogue) || ofOtherModules.has(written.toLowerCase()) || !isSlip(written.toLowerCase(), meant.toLowerCase())) continue;
      const range = nameRange(command);
      yield { message: `"${written}" is no cmdlet of Exchange. Did you mean "${meant}"?`, range, fixes: [{ title: `Change to "${meant}"`, edits: [{ range, newText: meant }], preferred: false }] };
    }
  },
};

/** Cmdlets of modules that the catalogue does not have, next to a name that it has: Failover Clustering, on which a DAG stands. */
const ofOtherModules: ReadonlySet<string> = new Set(['get-cluster']);

/** `Get-EOMailbox`: a session may have been imported with a prefix of the user's choice before every noun (`Connect-ExchangeOnline -Prefix`). */
function isPrefixed(written: string, catalogue: Catalogue): boolean {
  const [verb = '', noun = ''] = written.split('-');
  return Array.from({ length: Math.min(8, noun.length - 3) }, (_, at) => `${verb}-${noun.slice(at + 1)}`).some((name) => catalogue.command(name) !== undefined);
}

const byLength = new WeakMap<Catalogue, Map<number, readonly string[]>>();

/** Names whose length makes them no more than a slip away: the distance to all of them would cost what typing must not. */
function namesNear(catalogue: Catalogue, length: number): readonly string[] {
  const lists = byLength.get(catalogue) ?? new Map<number, readonly string[]>();
  byLength.set(catalogue, lists);
  const names = lists.get(length) ?? catalogue.names.filter((name) => Math.abs(name.length - length) <= 1);
  lists.set(length, names);
  return names;
}

/** One letter, or two that have changed places; in long names two letters. */
function isSlip(written: string, meant: string): boolean {
  const steps = distance(written, meant);
  const letters = (name: string): string => Array.from(name).sort().join('');
  const sameLetters = letters(written) === letters(meant);
  return steps === 1 || (steps === 2 && (sameLetters || (written.length >= 20 && written.length === meant.length)));
}

const verbs = new WeakMap<Catalogue, ReadonlySet<string>>();

/** The same noun with another verb that cmdlets have is another cmdlet, of which the documentation says nothing: `Set-` of what only has a `Get-`. */
function isOtherVerb(written: string, meant: string, catalogue: Catalogue): boolean {
  const [verb = '', noun = ''] = written.toLowerCase().split('-');
  const known = verbs.get(catalogue) ?? new Set(catalogue.names.map((name) => name.slice(0, name.indexOf('-')).toLowerCase()));
  verbs.set(catalogue, known);
  return known.has(verb) && meant.toLowerCase().endsWith(`-${noun}`);
}
