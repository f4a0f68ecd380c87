/** What stands under the pointer in a script: a command, a parameter, or a value and the parameter it is given to. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { versionCode } from '../catalogue/versions.ts';
import { callAt } from './callAt.ts';
import type { CallAt } from './callAt.ts';
import { aliasMarkdown, cmdletMarkdown, commandMarkdown, pageLink, retiredMarkdown, source } from './cmdletMarkdown.ts';
import { isCommon, knownParameter } from './knownParameter.ts';
import type { KnownParameter } from './knownParameter.ts';
import { commonParameterMarkdown, parameterMarkdown } from './parameterMarkdown.ts';
import type { ScriptRange } from './range.ts';
import type { AtArgument, AtParameter, CommandPlace } from './scriptPlace.ts';
import { commandAt } from './scriptPlaceAt.ts';

export interface ScriptHover {
  readonly markdown: string;
  readonly range: ScriptRange;
}

/** Arguments as for completion. Undefined where there is nothing, or nothing that the catalogue knows. */
export function hoverScript(text: string, offset: number, catalogue: Catalogue, exchangeVersion?: string): ScriptHover | undefined {
  // The pointer is on a character, the reader between two: at a word's first one it must look behind it.
  const place = commandAt(text, Math.min(offset + 1, text.length)) ?? commandAt(text, offset);
  if (place === undefined || place.at.word === '') return undefined;
  const { at } = place;
  if (at.kind === 'name') return hoverName(place, catalogue, exchangeVersion);
  const call = callAt(place, catalogue);
  const parameter = call && parameterAt(call, at, catalogue);
  if (call === undefined || parameter === undefined) return undefined;
  const { cmdlet } = call;
  const facts = isCommon(parameter) ? commonParameterMarkdown(parameter) : parameterMarkdown(parameter, catalogue, versionCode(exchangeVersion), cmdlet.origin);
  return { markdown: [facts, source(pageLink(cmdlet), catalogue, cmdlet.origin)].join('\n\n'), range: at.replace };
}

function hoverName(place: CommandPlace, catalogue: Catalogue, exchangeVersion: string | undefined): ScriptHover | undefined {
  const { word, replace } = place.at;
  const call = callAt(place, catalogue);
  const alias = catalogue.alias(word);
  const head = alias ? [aliasMarkdown(alias)] : [];
  const of = (markdown: string): ScriptHover => ({ markdown: [...head, markdown].join('\n\n'), range: replace });
  if (call) return of(cmdletMarkdown(call.cmdlet, catalogue, versionCode(exchangeVersion), call.given));
  const known = catalogue.command(word);
  if (known) return of(commandMarkdown(known));
  const retired = catalogue.retired(word);
  return retired && of(retiredMarkdown(retired, catalogue));
}

/** A value without a name may be anybody's. */
function parameterAt({ cmdlet, binding }: CallAt, at: AtParameter | AtArgument, catalogue: Catalogue): KnownParameter | undefined {
  if (at.kind === 'parameter') return knownParameter(cmdlet, at.word.slice(1), catalogue);
  if (at.of === undefined) return undefined;
  const [owner, ...rivals] = binding.owners;
  return rivals.length === 0 ? owner?.documented : undefined;
}
