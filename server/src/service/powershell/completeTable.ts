/** Hashtables that are splatted into a call: their keys are its parameters, their values what these take. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cmdlet, Parameter } from '../catalogue/cmdlet.ts';
import { findParameter } from '../catalogue/findParameter.ts';
import { isAvailableIn } from '../catalogue/versions.ts';
import { completeValue } from './completeValue.ts';
import { matches } from './completion.ts';
import type { CompletionContext, ScriptCompletion } from './completion.ts';
import { knownParameter } from './knownParameter.ts';
import { mandatoryIn, possibleSets } from './parameterSets.ts';
import type { Command } from './parser/index.ts';
import type { EntryPlace, KeyPlace, TableAtOffset } from './scriptPlace.ts';
import { parameterTopic } from './topic.ts';

export function completeKey(at: KeyPlace, context: CompletionContext): readonly ScriptCompletion[] {
  const { catalogue, version } = context;
  const [call, ...more] = cmdletsOf(at.table, catalogue);
  if (call === undefined) return [];
  const given = new Set([...at.table.keys, ...namesIn(call.command)].flatMap((name) => findParameter(call.cmdlet, name) ?? []));
  const needed = mandatoryIn(possibleSets(call.cmdlet, given));
  const inAll = (name: string): boolean => more.every(({ cmdlet }) => cmdlet.parameters.some((parameter) => parameter.name === name));
  const rank = (parameter: Parameter): number => {
    if (!isAvailableIn(parameter, version)) return 3;
    if (needed.has(parameter)) return 0;
    return (parameter.deprecated ?? false) || (parameter.internal ?? false) ? 2 : 1;
  };
  return call.cmdlet.parameters
    .filter((parameter) => !given.has(parameter) && inAll(parameter.name) && matches(parameter.name, at.prefix))
    .map((parameter) => ({
      label: parameter.name,
      kind: 'parameter',
      detail: parameter.type,
      topic: parameterTopic(call.cmdlet, parameter.name, version),
      insertText: at.hasValue || at.quote !== undefined ? parameter.name : `${parameter.name} = `,
      replace: at.replace,
      sortText: `${rank(parameter)}${parameter.name.toLowerCase()}`,
      mandatory: needed.has(parameter),
      deprecated: parameter.deprecated ?? false,
    }));
}

export function completeEntry(at: EntryPlace, context: CompletionContext): readonly ScriptCompletion[] {
  const [call] = cmdletsOf(at.table, context.catalogue);
  const parameter = call && knownParameter(call.cmdlet, at.key, context.catalogue);
  return call && parameter ? completeValue(call.cmdlet, parameter, at, 'expression', context) : [];
}

function cmdletsOf({ calls }: TableAtOffset, catalogue: Catalogue): readonly { readonly command: Command; readonly cmdlet: Cmdlet }[] {
  return calls.flatMap((command) => {
    const [first] = command.elements;
    const cmdlet = first?.kind === 'StringConstantExpression' ? catalogue.cmdlet(first.value) : undefined;
    return cmdlet ? [{ command, cmdlet }] : [];
  });
}

function namesIn({ elements }: Command): readonly string[] {
  return elements.flatMap((element) => (element.kind === 'CommandParameter' ? [element.name] : []));
}
