import { refusals } from './boundCalls.ts';
import type { ScriptRule } from './scriptRule.ts';

export const duplicateParameter: ScriptRule = {
  code: 'script/duplicate-parameter',
  title: 'A parameter that is given twice',
  severity: 'error',
  guidance: [],
  *check(context) {
    for (const { error, judged } of refusals(context, 'ParameterAlreadyBound')) {
      yield { message: `"-${error.about?.name ?? error.parameter ?? ''}" of "${judged.cmdlet}" is given twice. Remove one; several values of one parameter are parted by commas.`, range: { start: error.start, end: error.end } };
    }
  },
};
