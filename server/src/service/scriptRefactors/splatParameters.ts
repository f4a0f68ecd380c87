import type { BoundParameter } from '../powershell/binder/index.ts';
import type { CommandElement } from '../powershell/parser/index.ts';
import { scriptVariables } from '../powershell/scriptVariables.ts';
import { argumentAsValue } from './argumentAsValue.ts';
import type { RefactorContext, Refactoring } from './refactor.ts';

/** The named parameters go into a hashtable on the lines before, and the call gets it by splatting. */
export const splatParameters: Refactoring = (context) => {
  const { script, call } = context;
  const { command, pipeline, binding } = call;
  const named = binding === undefined || binding.errors.length > 0 || command.redirections.length > 0 ? [] : namedParameters(context);
  if (named.length < 2 || pipeline.elements[0] !== command) return undefined;
  const lineStart = script.text.lastIndexOf('\n', command.start - 1) + 1;
  // Behind anything else than an assignment the hashtable might be made at another time than the call is.
  const [, indent] = /^([ \t]*)(?:\$\w+[ \t]*=[ \t]*)?$/.exec(script.text.slice(lineStart, command.start)) ?? [];
  if (indent === undefined) return undefined;
  const entries = named.map(({ parameter, argument, nameEnd, nameStart }) => {
    const value = argument === undefined ? '$true' : argument.kind === 'CommandParameter' ? undefined : argumentAsValue(script.text, argument);
    return { line: value === undefined ? undefined : `${indent}    ${parameter.name} = ${value}\n`, start: nameStart, end: argument === undefined || argument.kind === 'CommandParameter' ? nameEnd : argument.end };
  });
  if (entries.some(({ line }) => line === undefined)) return undefined;
  const variable = freeName(context);
  const rest = positionalText(context, entries);
  return {
    title: 'Pass the parameters by splatting',
    edits: [
      { range: { start: lineStart, end: lineStart }, newText: `${indent}$${variable} = @{\n${entries.map(({ line }) => line ?? '').join('')}${indent}}\n` },
      { range: { start: command.elements[0]?.end ?? command.start, end: command.elements.at(-1)?.end ?? command.end }, newText: `${rest} @${variable}` },
    ],
  };
};

function namedParameters({ call: { binding } }: RefactorContext): BoundParameter[] {
  return [...(binding?.bound.values() ?? [])].filter(({ how }) => how === 'full' || how === 'alias' || how === 'prefix').sort((a, b) => a.nameStart - b.nameStart);
}

/** What is not named stays in the call, splats of its own too. */
function positionalText({ script, call: { command } }: RefactorContext, named: readonly { readonly start: number; readonly end: number }[]): string {
  const isNamed = (element: CommandElement): boolean => named.some(({ start, end }) => start <= element.start && element.end <= end);
  return command.elements
    .slice(1)
    .filter((element) => !isNamed(element))
    .map(({ start, end }) => ` ${script.text.slice(start, end)}`)
    .join('');
}

function freeName({ script: { tree } }: RefactorContext): string {
  const taken = new Set(scriptVariables(tree).map(({ name }) => name));
  let name = 'parameters';
  for (let number = 2; taken.has(name); number++) name = `parameters${number}`;
  return name;
}
