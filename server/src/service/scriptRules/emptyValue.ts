import { refusals } from './boundCalls.ts';
import type { ScriptRule } from './scriptRule.ts';

export const emptyValue: ScriptRule = {
  code: 'script/empty-value',
  title: 'Nothing, given to a mandatory parameter',
  severity: 'warning',
  guidance: [],
  *check(context) {
    const ids = ['ParameterArgumentValidationErrorNullNotAllowed', 'ParameterArgumentValidationErrorEmptyStringNotAllowed', 'ParameterArgumentValidationErrorEmptyArrayNotAllowed'] as const;
    for (const { error, judged } of refusals(context, ...ids)) {
      if (error.about?.mandatory !== true) continue;
      yield { message: `"-${error.about.name}" of "${judged.cmdlet}" is mandatory and is given nothing. Write its value.`, range: { start: error.start, end: error.end } };
    }
  },
};
