import { refusals } from './boundCalls.ts';
import type { ScriptRule } from './scriptRule.ts';

export const missingParameter: ScriptRule = {
  code: 'script/missing-parameter',
  title: 'A call without a mandatory parameter',
  severity: 'warning',
  guidance: [],
  givesWay: true,
  *check(context) {
    for (const { error, judged } of refusals(context, 'MissingMandatoryParameter')) {
      const sets = [...new Set((error.candidates ?? []).map((set) => set.map(({ name }) => `"-${name}"`).join(' and ')))];
      if (sets.length === 0 || sets.includes('') || goesOnBelow(context.script.text.slice(judged.call.command.end))) continue;
      yield { message: `"${judged.cmdlet}" lacks ${sets.slice(0, 4).join(', or ')}, which is mandatory by its documentation: the shell stops and asks for it. Add it.`, range: { start: error.start, end: error.end } };
    }
  },
};

/** The next line begins with a parameter, which has a finding of its own: what is missing may stand there. */
function goesOnBelow(behind: string): boolean {
  return /^[ \t`]*\n[ \t]*[-\u2013-\u2015][a-z]/i.test(behind);
}
