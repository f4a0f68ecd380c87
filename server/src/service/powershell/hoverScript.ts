/** What stands under the pointer in a script: a cmdlet, a parameter, or a value and the parameter it is given to. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cmdlet } from '../catalogue/cmdlet.ts';
import { helpPage } from '../catalogue/helpPage.ts';
import { versionCode } from '../catalogue/versions.ts';
import { cmdletMarkdown, retiredMarkdown, source } from './cmdletMarkdown.ts';
import { commandAt } from './commandAt.ts';
import { isCommon, knownParameter, parameterValueAt } from './parameterAt.ts';
import type { KnownParameter } from './parameterAt.ts';
import { commonParameterMarkdown, parameterMarkdown } from './parameterMarkdown.ts';
import { givenParameters } from './parameterSets.ts';
import type { ScriptRange } from './range.ts';

export interface ScriptHover {
  readonly markdown: string;
  readonly range: ScriptRange;
}

/** Arguments as for completion. Undefined where there is nothing, or nothing that the catalogue knows. */
export function hoverScript(text: string, offset: number, catalogue: Catalogue, exchangeVersion?: string): ScriptHover | undefined {
  // The pointer is on a character, the reader between two: at a word's first one it must look behind it.
  const command = commandAt(text, Math.min(offset + 1, text.length)) ?? commandAt(text, offset);
  if (command === undefined || command.at.word === '') return undefined;
  const { at } = command;
  const version = versionCode(exchangeVersion);
  const cmdlet = command.name === undefined ? undefined : catalogue.find(command.name);
  if (at.kind === 'name') {
    if (cmdlet) return { markdown: cmdletMarkdown(cmdlet, catalogue, version, givenParameters(cmdlet, command)), range: at.replace };
    const retired = catalogue.retired(at.word);
    return retired && { markdown: retiredMarkdown(retired, catalogue), range: at.replace };
  }
  if (cmdlet === undefined) return undefined;
  const parameter = at.kind === 'parameter' ? knownParameter(cmdlet, at.word.slice(1), catalogue) : ownerOf(cmdlet, at, catalogue);
  if (parameter === undefined) return undefined;
  const facts = isCommon(parameter) ? commonParameterMarkdown(parameter) : parameterMarkdown(parameter, catalogue, version);
  const link = source(`[${cmdlet.name}](${helpPage(cmdlet.name)})`, catalogue);
  return { markdown: [facts, link].join('\n\n'), range: at.replace };
}

function ownerOf(cmdlet: Cmdlet, at: Parameters<typeof parameterValueAt>[1], catalogue: Catalogue): KnownParameter | undefined {
  const owner = parameterValueAt(cmdlet, at, catalogue);
  return owner.kind === 'parameter' ? owner.parameter : undefined;
}
