import { boundCalls } from './boundCalls.ts';
import type { ScriptRule } from './scriptRule.ts';

export const switchApart: ScriptRule = {
  code: 'script/switch-apart',
  title: 'A $true or $false behind a switch that becomes the value of another parameter',
  severity: 'warning',
  guidance: [],
  *check(context) {
    for (const { call, binding, cmdlet } of boundCalls(context)) {
      for (const { parameter, how, argument } of binding.bound.values()) {
        if (how !== 'position' || argument?.kind !== 'VariableExpression' || !/^(?:true|false)$/i.test(argument.name) || /^(?:bool|nullableBool)$/.test(parameter.type)) continue;
        const before = call.command.elements[call.command.elements.indexOf(argument) - 1];
        const given = before?.kind === 'CommandParameter' && before.argument === undefined ? [...binding.bound.values()].find(({ nameStart }) => nameStart === before.start) : undefined;
        if (given?.parameter.type !== 'switch' || before?.kind !== 'CommandParameter') continue;
        const written = context.script.text.slice(argument.start, argument.end);
        yield {
          message: `"-${before.name}" is a switch, and "${written}" behind a blank goes to "-${parameter.name}" of "${cmdlet}". If it is meant for the switch, write "-${before.name}:${written}".`,
          range: { start: before.start, end: argument.end },
          fixes: [{ title: `Change to "-${before.name}:${written}"`, edits: [{ range: { start: before.end, end: argument.start }, newText: ':' }], preferred: true }],
        };
      }
    }
  },
};
