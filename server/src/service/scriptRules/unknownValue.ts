import { didYouMean } from '../spelling.ts';
import { refusals, shown } from './boundCalls.ts';
import type { ScriptRule } from './scriptRule.ts';

export const unknownValue: ScriptRule = {
  code: 'script/unknown-value',
  title: 'A value that is not among those that the parameter takes',
  severity: 'warning',
  guidance: [],
  *check(context) {
    for (const { error, judged } of refusals(context, 'ParameterArgumentValidationError')) {
      const { about } = error;
      const values = about !== undefined && 'values' in about.documented ? (about.documented.values ?? []) : [];
      if (about === undefined || values.length === 0) continue;
      const range = { start: error.start, end: error.end };
      const written = context.script.text.slice(range.start, range.end);
      const plain = /^(["']?)([\w.-]+)\1$/.exec(written);
      const meant = plain === null ? undefined : didYouMean(plain[2] ?? '', values);
      // A text is no enumeration: PowerShell passes it on, and the page need not give all that the server knows.
      if (meant === undefined && /^String(?:\[\])?$/.test(about.documented.type)) continue;
      const list = values.slice(0, 8).map((each) => `"${each}"`).join(', ');
      yield {
        message: `"-${about.name}" of "${judged.cmdlet}" does not take "${shown(plain?.[2] ?? written)}". ${meant === undefined ? `Expected is ${values.length === 1 ? '' : 'one of '}${list}${values.length > 8 ? ' …' : ''}.` : `Did you mean "${meant}"?`}`,
        range,
        fixes: meant === undefined ? [] : [{ title: `Change to "${meant}"`, edits: [{ range, newText: `${plain?.[1] ?? ''}${meant}${plain?.[1] ?? ''}` }], preferred: false }],
      };
    }
  },
};
