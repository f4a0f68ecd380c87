import { refusals } from './boundCalls.ts';
import type { ScriptRule } from './scriptRule.ts';

export const missingValue: ScriptRule = {
  code: 'script/missing-value',
  title: 'A parameter without its value',
  severity: 'error',
  guidance: [],
  givesWay: true,
  *check(context) {
    for (const { error, judged } of refusals(context, 'MissingArgument')) {
      yield { message: `"-${error.about?.name ?? error.parameter ?? ''}" of "${judged.cmdlet}" takes a value, and none follows. Write it, or remove the parameter.`, range: { start: error.start, end: error.end } };
    }
  },
};
