import { refusals, shown } from './boundCalls.ts';
import type { ScriptRule } from './scriptRule.ts';

const expected: Readonly<Record<string, string>> = {
  int: 'a whole number', uint: 'a whole number from 0 on', long: 'a whole number', uri: 'a URL', dateTime: 'a date such as 2018-03-04', guid: 'a GUID', timeSpan: 'a time such as 1.00:00:00', ipAddress: 'an IP address',
  byteList: 'bytes, as [System.IO.File]::ReadAllBytes gives them', actionPreference: 'Stop, Continue, SilentlyContinue, Ignore or Inquire', variableName: 'the name of a variable', bufferSize: 'a whole number', string: 'one text, not a list', stringList: 'texts',
};

export const wrongType: ScriptRule = {
  code: 'script/wrong-type',
  title: 'A value of another type than the parameter takes',
  severity: 'error',
  guidance: [],
  *check(context) {
    for (const { error, judged } of refusals(context, 'ParameterArgumentTransformationError', 'CannotConvertArgument', 'CannotConvertArgumentNoMessage')) {
      const words = expected[error.about?.type ?? ''];
      if (error.about === undefined || words === undefined) continue;
      yield { message: `"-${error.about.name}" of "${judged.cmdlet}" cannot take "${shown(context.script.text.slice(error.start, error.end))}". Expected is ${words}.`, range: { start: error.start, end: error.end } };
    }
  },
};
