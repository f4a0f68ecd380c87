import { refusals } from './boundCalls.ts';
import { switchBefore } from './switchBefore.ts';
import type { ScriptRule } from './scriptRule.ts';

export const switchValue: ScriptRule = {
  code: 'script/switch-value',
  title: 'A switch whose $true or $false stands apart from it',
  severity: 'error',
  guidance: [],
  *check(context) {
    for (const { error, judged } of refusals(context, 'PositionalParameterNotFound')) {
      const before = switchBefore(judged, error);
      if (before === undefined) continue;
      const written = context.script.text.slice(error.start, error.end);
      yield {
        message: `"-${before.name}" is a switch, and takes "${written}" only behind a colon. Here the value belongs to no parameter: write "-${before.name}:${written}".`,
        range: { start: before.start, end: error.end },
        fixes: [{ title: `Change to "-${before.name}:${written}"`, edits: [{ range: { start: before.end, end: error.start }, newText: ':' }], preferred: true }],
      };
    }
  },
};
