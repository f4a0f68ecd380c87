/**
 * Parameters of a cmdlet that are not given yet. In this order: mandatory ones, the others of the sets still possible, those of other
 * sets, deprecated and internal ones, those that every cmdlet has, and last what the Exchange version lacks.
 */
import type { Cmdlet, CommonParameter, Parameter, VersionCode } from '../catalogue/cmdlet.ts';
import { findCommonParameter } from '../catalogue/findParameter.ts';
import { isAvailableIn } from '../catalogue/versions.ts';
import type { AtArgument, AtParameter, CommandAtOffset } from './commandAt.ts';
import { matches } from './completion.ts';
import type { CompletionContext, ScriptCompletion } from './completion.ts';
import { commonParameterMarkdown, parameterMarkdown } from './parameterMarkdown.ts';
import { givenParameters, mandatoryIn, parametersOf, possibleSets } from './parameterSets.ts';
import { isIn } from './powershellVersion.ts';

export function completeParameter(
  cmdlet: Cmdlet,
  command: CommandAtOffset,
  at: AtParameter | AtArgument,
  context: CompletionContext,
): readonly ScriptCompletion[] {
  const { catalogue, version } = context;
  const given = givenParameters(cmdlet, command);
  const sets = possibleSets(cmdlet, given);
  const possible = parametersOf(sets);
  const needed = mandatoryIn(sets);
  const typed = at.kind === 'parameter' ? at.prefix : '';
  const dash = at.kind === 'parameter' ? at.dash : '-';
  const completion = (parameter: Parameter | CommonParameter, rank: number, rest: OwnFacts): ScriptCompletion => ({
    label: `-${parameter.name}`,
    kind: 'parameter',
    detail: parameter.type,
    insertText: `-${parameter.name}`,
    ...(dash === '-' ? {} : { filterText: dash + parameter.name }),
    replace: at.replace,
    sortText: `${rank}${parameter.name.toLowerCase()}`,
    ...rest,
  });

  const own = cmdlet.parameters
    .filter((parameter) => !given.has(parameter) && matches(parameter.name, typed))
    .map((parameter) => {
      const mandatory = needed.has(parameter);
      const deprecated = parameter.deprecated ?? false;
      const documentation = parameterMarkdown(parameter, catalogue, version);
      return completion(parameter, rank(parameter, mandatory, possible.has(parameter), version), { documentation, mandatory, deprecated });
    });
  const taken = new Set(command.given.map(({ name }) => findCommonParameter(catalogue.commonParameters, name)?.name));
  const common = catalogue.commonParameters
    .filter((parameter) => parameter.kind === 'common' && isIn(parameter.since, version))
    .filter((parameter) => !taken.has(parameter.name) && matches(parameter.name, typed))
    .map((parameter) => completion(parameter, 4, { documentation: commonParameterMarkdown(parameter), mandatory: false, deprecated: false }));
  return [...own, ...common].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

type OwnFacts = Pick<ScriptCompletion, 'documentation' | 'mandatory' | 'deprecated'>;

function rank(parameter: Parameter, mandatory: boolean, inPossibleSet: boolean, version: VersionCode | undefined): number {
  if (!isAvailableIn(parameter, version)) return 5;
  if (mandatory) return 0;
  if ((parameter.deprecated ?? false) || (parameter.internal ?? false)) return 3;
  return inPossibleSet ? 1 : 2;
}
