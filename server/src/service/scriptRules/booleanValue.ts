import { refusals } from './boundCalls.ts';
import { constantText } from './calls.ts';
import type { ScriptFix, ScriptRule } from './scriptRule.ts';

export const booleanValue: ScriptRule = {
  code: 'script/boolean-value',
  title: 'A word where $true or $false is expected',
  severity: 'error',
  guidance: [],
  *check(context) {
    for (const { error, judged } of refusals(context, 'ParameterArgumentTransformationError', 'CannotConvertArgument', 'CannotConvertArgumentNoMessage')) {
      const type = error.about?.type;
      if (error.about === undefined || (type !== 'bool' && type !== 'nullableBool' && type !== 'switch')) continue;
      const element = judged.call.command.elements.map((each) => (each.kind === 'CommandParameter' ? (each.argument ?? each) : each)).find((each) => each.start === error.start && each.end === error.end);
      const written = context.script.text.slice(error.start, error.end);
      const word = (element?.kind === 'CommandParameter' ? undefined : constantText(element))?.trim().toLowerCase() ?? '';
      const meant = /^(?:true|yes|on)$/.test(word) ? '$true' : /^(?:false|no|off)$/.test(word) ? '$false' : undefined;
      const range = { start: error.start, end: error.end };
      const fixes: ScriptFix[] = meant === undefined ? [] : [{ title: `Change to "${meant}"`, edits: [{ range, newText: meant }], preferred: word === 'true' || word === 'false' }];
      yield { message: `"-${error.about.name}" of "${judged.cmdlet}" is given "${written.slice(0, 60)}". Expected is $true or $false, with the "$".`, range, fixes };
    }
  },
};
