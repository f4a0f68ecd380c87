/** The forms of a call while it is written, and the parameter that is being written. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cmdlet, Parameter, ParameterSet } from '../catalogue/cmdlet.ts';
import { callAt } from './callAt.ts';
import type { CallAt } from './callAt.ts';
import { isCommon, knownParameter } from './knownParameter.ts';
import { possibleSets } from './parameterSets.ts';
import type { ScriptRange } from './range.ts';
import type { CommandPlace } from './scriptPlace.ts';
import { commandAt } from './scriptPlaceAt.ts';
import { memberSignature } from './signature.ts';
import { parameterTopic } from './topic.ts';
import type { Topic } from './topic.ts';

export interface SignatureForm {
  /** `New-X [-Name] <String> -DomainNames <…> [-Enabled <Boolean>]`. */
  readonly label: string;
  /** In the order of the label; ranges are offsets in it. */
  readonly parameters: readonly { readonly range: ScriptRange; readonly topic: Topic }[];
  /** Index of the parameter that is being written. */
  readonly active: number | undefined;
}

export interface SignatureHelp {
  readonly forms: readonly SignatureForm[];
  /** Index of the form to show first: one that has the parameter that is being written. */
  readonly active: number;
}

/** More nobody looks through. */
const mostForms = 8;

/** Undefined where the offset is in no call that the catalogue knows, and on the name itself. `offset` counts UTF-16 units of the script. */
export function signatureHelp(text: string, offset: number, catalogue: Catalogue): SignatureHelp | undefined {
  const place = commandAt(text, offset);
  const call = place === undefined || place.at.kind === 'name' ? undefined : callAt(place, catalogue);
  if (place === undefined || call === undefined) return undefined;
  const written = writtenParameter(place, call, catalogue);
  const sets = possibleSets(call.cmdlet, call.given).slice(0, mostForms);
  if (sets.length === 0) return undefined;
  const forms = sets.map((set) => formOf(call.cmdlet, set, call.given, written));
  return { forms, active: Math.max(forms.findIndex(({ active }) => active !== undefined), 0) };
}

/** Where sets disagree about a place, nobody is meant. */
function writtenParameter({ at }: CommandPlace, { cmdlet, binding }: CallAt, catalogue: Catalogue): Parameter | undefined {
  const [owner, ...rivals] = binding.owners;
  const parameter = at.kind === 'parameter' ? knownParameter(cmdlet, at.word.slice(1), catalogue) : rivals.length === 0 ? owner?.documented : undefined;
  return parameter === undefined || isCommon(parameter) ? undefined : parameter;
}

/** What must be given, can be given by position, is given or being written; the others are counted, since some calls have a hundred. */
function formOf(cmdlet: Cmdlet, { members }: ParameterSet, given: ReadonlySet<Parameter>, written: Parameter | undefined): SignatureForm {
  const shown = members.filter(({ parameter, mandatory, positional }) => mandatory || positional || given.has(parameter) || parameter === written);
  let label = cmdlet.name;
  const parameters = shown.map((member) => {
    const text = memberSignature(member);
    const start = label.length + 1;
    label = `${label} ${text}`;
    return { range: { start, end: start + text.length }, topic: parameterTopic(cmdlet, member.parameter.name, undefined) };
  });
  const others = members.length - shown.length;
  const active = shown.findIndex(({ parameter }) => parameter === written);
  return { label: others === 0 ? label : `${label} [${others} ${others === 1 ? 'other' : 'others'}]`, parameters, active: active < 0 ? undefined : active };
}
