import { refusals, shown } from './boundCalls.ts';
import { switchBefore } from './switchBefore.ts';
import type { ScriptRule } from './scriptRule.ts';

export const surplusArgument: ScriptRule = {
  code: 'script/surplus-argument',
  title: 'A value that belongs to no parameter',
  severity: 'error',
  guidance: [],
  givesWay: true,
  *check(context) {
    const { text } = context.script;
    const seen = new Set<unknown>();
    for (const { error, judged } of refusals(context, 'PositionalParameterNotFound')) {
      // One fault makes several of them: `EWS (Default Web Site)`.
      if (seen.has(judged) || switchBefore(judged, error) !== undefined) continue;
      seen.add(judged);
      const written = text.slice(error.start, error.end);
      yield {
        message: `"${shown(written)}" belongs to no parameter of "${judged.cmdlet}". Write the parameter before it; a text with blanks needs quotes around the whole of it.`,
        range: { start: error.start, end: error.end },
      };
    }
  },
};
