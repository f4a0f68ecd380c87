import { nameRange } from './calls.ts';
import type { ScriptRule } from './scriptRule.ts';

export const invokeExpression: ScriptRule = {
  code: 'script/invoke-expression',
  title: 'Text that is run as a script',
  severity: 'information',
  guidance: [],
  *check({ script, at }) {
    for (const { name, command } of script.commands) {
      const lower = name?.toLowerCase() ?? '';
      if ((lower !== 'invoke-expression' && lower !== 'iex') || at.defined.includes(lower)) continue;
      yield { message: `"${name ?? ''}" runs a text as a script, whatever the text has become: nobody can review what it will do. Write the command itself; "&" calls one whose name is in a variable.`, range: nameRange(command) };
    }
  },
};
