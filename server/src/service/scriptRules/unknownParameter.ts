import { didYouMean } from '../spelling.ts';
import { refusals } from './boundCalls.ts';
import type { ScriptRule } from './scriptRule.ts';

export const unknownParameter: ScriptRule = {
  code: 'script/unknown-parameter',
  title: 'A parameter that the documentation of its cmdlet does not have',
  severity: 'warning',
  guidance: [],
  givesWay: true,
  *check(context) {
    for (const { error, judged } of refusals(context, 'NamedParameterNotFound')) {
      const written = error.parameter ?? '';
      const { start } = error;
      const end = start + 1 + written.length;
      // A splat's key stands elsewhere.
      const isWritten = context.script.text.slice(start + 1, end).toLowerCase() === written.toLowerCase();
      const names = judged.binding.callable.parameters.map(({ name }) => name);
      const meant = longerOf(written, names) ?? didYouMean(written, names);
      yield {
        message: `"${judged.cmdlet}" has no parameter "-${written}" in its documentation.${meant === undefined ? ' Correct the name, or remove it.' : ` Did you mean "-${meant}"?`}`,
        range: isWritten ? { start, end } : { start, end: error.end },
        fixes: meant === undefined || !isWritten ? [] : [{ title: `Change to "-${meant}"`, edits: [{ range: { start: start + 1, end }, newText: meant }], preferred: false }],
      };
    }
  },
};

/** The only name whose words begin as the written ones do: `TargetAppUri` for `TargetApplicationUri`. */
function longerOf(written: string, names: readonly string[]): string | undefined {
  const words = wordsOf(written);
  const found = words.length < 2 ? [] : names.filter((name) => {
    const own = wordsOf(name);
    return own.length === words.length && own.every((word, index) => word.startsWith(words[index] ?? ' '));
  });
  return found.length === 1 ? found[0] : undefined;
}

function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+/g) ?? []).map((word) => word.toLowerCase());
}
