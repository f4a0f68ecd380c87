/** Values that a parameter takes: its enumerated ones, `$true` and `$false`, and the parts of a sharing policy's domains. */
import type { Cmdlet, VersionCode } from '../catalogue/cmdlet.ts';
import type { AtArgument, CommandAtOffset } from './commandAt.ts';
import { matches } from './completion.ts';
import type { CompletionContext, ScriptCompletion } from './completion.ts';
import { parameterMarkdown, commonParameterMarkdown } from './parameterMarkdown.ts';
import { isCommon } from './parameterAt.ts';
import type { KnownParameter } from './parameterAt.ts';
import { givenParameters, possibleSets } from './parameterSets.ts';
import { isIn } from './powershellVersion.ts';

export function completeValue(parameter: KnownParameter, at: AtArgument, context: CompletionContext): readonly ScriptCompletion[] {
  const { catalogue, version } = context;
  const part = partAt(parameter, at);
  const listed = new Set(at.listed.map((value) => value.toLowerCase()));
  const documentation = isCommon(parameter) ? commonParameterMarkdown(parameter) : parameterMarkdown(parameter, catalogue, version);
  return (part?.values ?? valuesOf(parameter, context))
    .filter((value) => !listed.has(value.toLowerCase()) && matches(value, part?.prefix ?? at.prefix))
    .flatMap((value, order) => {
      const insertText = part ? value : written(value, at.quote);
      if (insertText === undefined) return [];
      const completion: ScriptCompletion = {
        label: value,
        kind: 'value',
        detail: parameter.type,
        documentation,
        insertText,
        replace: part ? { start: part.start, end: at.replace.end } : at.replace,
        sortText: `${lacks(parameter, value, version) ? 1 : 0}${String(order).padStart(4, '0')}`,
        mandatory: false,
        deprecated: isDeprecated(parameter, value, version),
      };
      return [completion];
    });
}

/** Values of the parameter that takes an argument without a name at this place. */
export function completePositionalValue(
  cmdlet: Cmdlet,
  command: CommandAtOffset,
  at: AtArgument,
  context: CompletionContext,
): readonly ScriptCompletion[] {
  const given = givenParameters(cmdlet, command);
  const positional = possibleSets(cmdlet, given).flatMap((set) => {
    const member = set.members.filter(({ positional: isPositional, parameter }) => isPositional && !given.has(parameter))[at.position];
    return member?.parameter ?? [];
  });
  const [first] = positional;
  // Sets that disagree about the place say nothing about the value.
  return first && positional.every((parameter) => parameter === first) ? completeValue(first, at, context) : [];
}

/** Never made up: where the documentation states none, there are none. */
function valuesOf(parameter: KnownParameter, { catalogue, version }: CompletionContext): readonly string[] {
  if (parameter.type === 'Boolean' || parameter.type === 'SwitchParameter') {
    return !isCommon(parameter) && parameter.nullable ? ['$true', '$false', '$null'] : ['$true', '$false'];
  }
  if (isCommon(parameter)) return (parameter.values ?? []).filter((value) => !parameter.since7Values?.includes(value) || isIn('7.0', version));
  return parameter.values ?? catalogue.enumeration(parameter.type)?.values ?? [];
}

interface ValuePart {
  readonly values: readonly string[];
  readonly prefix: string;
  readonly start: number;
}

/** Of a composite value such as `a.example: CalendarSharingFreeBusySimple`, the part that is being written. */
function partAt(parameter: KnownParameter, at: AtArgument): ValuePart | undefined {
  if (isCommon(parameter) || parameter.parts === undefined) return undefined;
  const parts = Object.values(parameter.parts);
  const begun = /[:,]\s*(?=[^:,]*$)/.exec(at.prefix);
  const from = begun ? begun.index + begun[0].length : 0;
  const values = (begun ? parts.at(-1) : parts[0]) ?? [];
  const prefix = at.prefix.slice(from).trimStart();
  return { values, prefix, start: at.replace.start + at.prefix.length - prefix.length };
}

/** The value as a script needs it at this place; undefined where it cannot be written there: `"$true"` is a text, not a Boolean. */
function written(value: string, quote: AtArgument['quote']): string | undefined {
  const isLiteral = value.startsWith('$');
  if (quote === undefined) return isLiteral || /^[\w*][\w.:*\\-]*$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
  if (isLiteral) return undefined;
  return quote === 'single' ? value.replaceAll("'", "''") : value.replaceAll(/[`"$]/g, '`$&');
}

function lacks(parameter: KnownParameter, value: string, version: VersionCode | undefined): boolean {
  if (isCommon(parameter)) return false;
  if (parameter.internalValues?.includes(value)) return true;
  if (version === undefined) return false;
  return (version === 'EXO' ? parameter.onPremisesOnlyValues : parameter.cloudOnlyValues)?.includes(value) ?? false;
}

function isDeprecated(parameter: KnownParameter, value: string, version: VersionCode | undefined): boolean {
  if (isCommon(parameter) || parameter.deprecatedValues === undefined || !Object.hasOwn(parameter.deprecatedValues, value)) return false;
  const since = parameter.deprecatedValues[value];
  return since === true || since === version;
}
