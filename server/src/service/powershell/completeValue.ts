/** Values that a parameter takes: what the plan has for it, its enumerated ones, `$true` and `$false`, and the parts of a sharing policy's domains. */
import type { Cmdlet, VersionCode } from '../catalogue/cmdlet.ts';
import { matches } from './completion.ts';
import type { CompletionContext, ScriptCompletion } from './completion.ts';
import { isCommon } from './knownParameter.ts';
import type { KnownParameter } from './knownParameter.ts';
import { planValues } from './planNames.ts';
import { isIn } from './powershellVersion.ts';
import type { WrittenValue } from './scriptPlace.ts';
import { parameterTopic } from './topic.ts';

/** Where the value stands: as a command's argument, where a plain word is a text, or in an expression, where it is not. */
export type ValueSite = 'argument' | 'expression';

export function completeValue(cmdlet: Cmdlet, parameter: KnownParameter, at: WrittenValue, site: ValueSite, context: CompletionContext): readonly ScriptCompletion[] {
  const { version, plan } = context;
  const part = partAt(parameter, at);
  const listed = new Set(at.listed.map((value) => value.toLowerCase()));
  const ofPlan = part || isCommon(parameter) ? [] : [...new Set(planValues(cmdlet, parameter.name, plan))];
  const candidates = [
    ...ofPlan.map((value) => ({ value, detail: 'from the plan', rank: 0 })),
    ...(part?.values ?? valuesOf(parameter, context)).map((value) => ({ value, detail: parameter.type, rank: lacks(parameter, value, version) ? 2 : 1 })),
  ];
  return candidates
    .filter(({ value }) => !listed.has(value.toLowerCase()) && matches(value, part?.prefix ?? at.prefix))
    .flatMap(({ value, detail, rank }, order) => {
      const insertText = part ? value : written(value, at.quote, site);
      if (insertText === undefined) return [];
      const completion: ScriptCompletion = {
        label: value,
        kind: 'value',
        detail,
        topic: parameterTopic(cmdlet, parameter.name, version),
        insertText,
        replace: part ? { start: part.start, end: at.replace.end } : at.replace,
        sortText: `${rank}${String(order).padStart(4, '0')}`,
        mandatory: false,
        deprecated: isDeprecated(parameter, value, version),
      };
      return [completion];
    });
}

/** Never made up: where the documentation states none, there are none. */
function valuesOf(parameter: KnownParameter, { catalogue, version }: CompletionContext): readonly string[] {
  if (parameter.type === 'Boolean' || parameter.type === 'SwitchParameter') {
    return !isCommon(parameter) && parameter.nullable ? ['$true', '$false', '$null'] : ['$true', '$false'];
  }
  if (isCommon(parameter)) return (parameter.values ?? []).filter((value) => !parameter.since7Values?.includes(value) || isIn('7.0', version));
  return [...(parameter.values ?? catalogue.enumeration(parameter.type)?.values ?? []), ...(isIn('7.0', version) ? (parameter.valuesOfPowershell7 ?? []) : [])];
}

interface ValuePart {
  readonly values: readonly string[];
  readonly prefix: string;
  readonly start: number;
}

/** Of a composite value such as `a.example: CalendarSharingFreeBusySimple`, the part that is being written. */
function partAt(parameter: KnownParameter, at: WrittenValue): ValuePart | undefined {
  if (isCommon(parameter) || parameter.parts === undefined) return undefined;
  const parts = Object.values(parameter.parts);
  const begun = /[:,]\s*(?=[^:,]*$)/.exec(at.prefix);
  const from = begun ? begun.index + begun[0].length : 0;
  const values = (begun ? parts.at(-1) : parts[0]) ?? [];
  const prefix = at.prefix.slice(from).trimStart();
  return { values, prefix, start: at.replace.start + at.prefix.length - prefix.length };
}

/** The value as a script needs it at this place; undefined where it cannot be written there: `"$true"` is a text, not a Boolean. */
function written(value: string, quote: WrittenValue['quote'], site: ValueSite): string | undefined {
  const isLiteral = /^\$(?:true|false|null)$/.test(value);
  if (quote === undefined) return isLiteral || (site === 'argument' && /^[\w*][\w.:*\\@/-]*$/.test(value)) ? value : `'${value.replaceAll("'", "''")}'`;
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
