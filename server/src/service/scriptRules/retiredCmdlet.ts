import { nameRange, writtenName } from './calls.ts';
import type { ScriptRule } from './scriptRule.ts';

export const retiredCmdlet: ScriptRule = {
  code: 'script/retired-cmdlet',
  title: 'A cmdlet that has left the documentation',
  severity: 'information',
  guidance: [],
  *check({ script, at, catalogue }) {
    if (catalogue === undefined) return;
    for (const { command } of script.commands) {
      const written = writtenName(command) ?? '';
      const retired = catalogue.command(written) === undefined ? catalogue.retired(written) : undefined;
      if (retired === undefined || at.defined.includes(written.toLowerCase())) continue;
      yield { message: `"${retired.name}" left Microsoft's documentation on ${retired.removed}: it may be gone. Look for the cmdlet that took its place.`, range: nameRange(command) };
    }
  },
};
