/**
 * Parameters of a cmdlet that are not given yet. In this order: mandatory ones, the others of the sets still possible, those of other
 * sets, deprecated and internal ones, those that every cmdlet has, and last what the Exchange version lacks.
 */
import type { CommonParameter, Parameter, VersionCode } from '../catalogue/cmdlet.ts';
import { isAvailableIn } from '../catalogue/versions.ts';
import type { BindableParameter } from './binder/callable.ts';
import { noSet, overlaps } from './binder/setFlags.ts';
import type { CallAt } from './callAt.ts';
import { matches } from './completion.ts';
import type { CompletionContext, ScriptCompletion } from './completion.ts';
import { isCommon } from './knownParameter.ts';
import { mandatoryIn, possibleSets } from './parameterSets.ts';
import { isIn, isInEdition } from './powershellVersion.ts';
import type { AtArgument, AtParameter } from './scriptPlace.ts';
import { parameterTopic } from './topic.ts';
import type { UnfinishedBinding } from './unfinishedCall.ts';

export function completeParameter({ cmdlet, given, takesInput, others }: CallAt, at: AtParameter | AtArgument, context: CompletionContext): readonly ScriptCompletion[] {
  const { version } = context;
  const needed = mandatoryIn(possibleSets(cmdlet, given));
  const typed = at.kind === 'parameter' ? at.prefix : '';
  const dash = at.kind === 'parameter' ? at.dash : '-';
  const completion = ({ name, type }: Parameter | CommonParameter, rank: number, mandatory: boolean, deprecated: boolean): ScriptCompletion => ({
    label: `-${name}`,
    kind: 'parameter',
    detail: type,
    topic: parameterTopic(cmdlet, name, version),
    insertText: `-${name}`,
    ...(dash === '-' ? {} : { filterText: dash + name }),
    replace: at.replace,
    sortText: `${rank}${name.toLowerCase()}`,
    mandatory,
    deprecated,
  });

  return others.unbound
    .flatMap((each): ScriptCompletion[] => {
      const { documented } = each;
      if (!matches(documented.name, typed)) return [];
      if (isCommon(documented)) return isIn(documented.since, version) ? [completion(documented, documented.kind === 'risk' ? 1 : 4, false, false)] : [];
      if (given.has(documented) || !isInEdition(documented.onlyInPowershell, version)) return [];
      const mandatory = needed.has(documented) && !(takesInput && documented.pipeline !== undefined);
      return [completion(documented, rank(documented, mandatory, isPossible(each, others), version), mandatory, documented.deprecated ?? false)];
    })
    .sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

function isPossible(parameter: BindableParameter, { sets }: UnfinishedBinding): boolean {
  return parameter.inAllSets || parameter.sets === noSet || overlaps(parameter.sets, sets);
}

function rank(parameter: Parameter, mandatory: boolean, inPossibleSet: boolean, version: VersionCode | undefined): number {
  if (!isAvailableIn(parameter, version)) return 5;
  if (mandatory) return 0;
  if ((parameter.deprecated ?? false) || (parameter.internal ?? false)) return 3;
  return inPossibleSet ? 1 : 2;
}
