import type { BindingError } from '../powershell/binder/index.ts';
import type { CommandParameter } from '../powershell/parser/index.ts';
import type { JudgedCall } from './boundCalls.ts';

/** The switch that stands right before a refused `$true` or `$false`, which was meant for it: `-Confirm $false`. */
export function switchBefore({ call, binding }: JudgedCall, { start, end }: BindingError): CommandParameter | undefined {
  const { elements } = call.command;
  const at = elements.findIndex((element) => element.start === start && element.end === end);
  const [before, value] = [elements[at - 1], elements[at]];
  if (value?.kind !== 'VariableExpression' || !/^(?:true|false)$/i.test(value.name) || before?.kind !== 'CommandParameter' || before.argument !== undefined) return undefined;
  const given = [...binding.bound.values()].find(({ nameStart }) => nameStart === before.start);
  return given?.parameter.type === 'switch' ? before : undefined;
}
