import { fullName, parameterOf } from './calls.ts';
import type { Command } from '../powershell/parser/index.ts';
import type { ScriptRule } from './scriptRule.ts';

/** A step that says so is meant to try. */
const tries = /\b(?:dry|what[ -]?if|try|tries|trial|test|preview|rehears\w*|simulat\w*|probe|would)\b/i;

export const whatIfLeft: ScriptRule = {
  code: 'script/what-if',
  title: 'A -WhatIf that was left in a step',
  severity: 'information',
  guidance: [],
  *check({ script, at, catalogue }) {
    if (at.key === 'verify' || tries.test(at.words)) return;
    const dry = script.commands.filter(({ command }) => isDry(command));
    if (dry.length === 0) return;
    const done = new Set(script.commands.flatMap(({ command }) => (isDry(command) ? [] : [fullName(command, catalogue)])));
    for (const { name, command } of dry) {
      const parameter = parameterOf(command, 'WhatIf', 2) ?? parameterOf(command, 'wi');
      if (parameter === undefined || name === undefined) continue;
      // First tried, then done.
      if (done.has(fullName(command, catalogue))) continue;
      let from = parameter.start;
      while (from > command.start && /[ \t]/.test(script.text[from - 1] ?? '')) from--;
      yield {
        message: `With -WhatIf "${name}" only says what it would do: the step changes nothing. Remove it when the step is to be done.`,
        range: { start: parameter.start, end: parameter.end },
        fixes: [{ title: 'Remove -WhatIf', edits: [{ range: { start: from, end: parameter.end }, newText: '' }], preferred: false }],
      };
    }
  },
};

function isDry(command: Command): boolean {
  const parameter = parameterOf(command, 'WhatIf', 2) ?? parameterOf(command, 'wi');
  if (parameter === undefined) return false;
  const { argument } = parameter;
  return argument === undefined || (argument.kind === 'VariableExpression' && argument.name.toLowerCase() === 'true');
}
