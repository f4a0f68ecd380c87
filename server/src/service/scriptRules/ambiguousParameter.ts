import { refusals } from './boundCalls.ts';
import type { ScriptRule } from './scriptRule.ts';

export const ambiguousParameter: ScriptRule = {
  code: 'script/ambiguous-parameter',
  title: 'A shortened parameter that several begin with',
  severity: 'error',
  guidance: [],
  givesWay: true,
  *check(context) {
    for (const { error, judged } of refusals(context, 'AmbiguousParameter')) {
      const names = (error.candidates ?? []).flatMap((each) => each.map(({ name }) => `"-${name}"`));
      yield {
        message: `"-${error.parameter ?? ''}" can be ${names.slice(0, 6).join(', ')}${names.length > 6 ? ' …' : ''} of "${judged.cmdlet}". Write as much of the name as only one has.`,
        range: { start: error.start, end: error.end },
      };
    }
  },
};
