/** Completion inside a script: cmdlets, their parameters, and the values these take. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { versionCode } from '../catalogue/versions.ts';
import { commandAt } from './commandAt.ts';
import { completeCmdlet } from './completeCmdlet.ts';
import { completeParameter } from './completeParameter.ts';
import { completePositionalValue, completeValue } from './completeValue.ts';
import type { CompletionContext, ScriptCompletion } from './completion.ts';
import { parameterValueAt } from './parameterAt.ts';

/**
 * `offset` counts UTF-16 units from the script's beginning. `exchangeVersion` is the organization's as the plan writes it; where it is
 * unknown or absent, no version is preferred. Empty wherever nothing certain can be said.
 */
export function completeScript(text: string, offset: number, catalogue: Catalogue, exchangeVersion?: string): readonly ScriptCompletion[] {
  const command = commandAt(text, offset);
  if (command === undefined) return [];
  const context: CompletionContext = { catalogue, version: versionCode(exchangeVersion) };
  const { at } = command;
  if (at.kind === 'name') return completeCmdlet(at, context);
  const cmdlet = command.name === undefined ? undefined : catalogue.find(command.name);
  if (cmdlet === undefined) return [];
  if (at.kind === 'parameter') return completeParameter(cmdlet, command, at, context);
  const owner = parameterValueAt(cmdlet, at, catalogue);
  if (owner.kind === 'parameter') return completeValue(owner.parameter, at, context);
  if (owner.kind === 'unknown') return [];
  const values = completePositionalValue(cmdlet, command, at, context);
  // Where the next word may be a parameter, they are offered before their dash is typed.
  const mayBeParameter = at.word === '' && at.quote === undefined && at.listed.length === 0;
  return mayBeParameter ? [...values, ...completeParameter(cmdlet, command, at, context)] : values;
}
