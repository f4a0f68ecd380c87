/** Completion inside a script: commands, their parameters, the values these take, variables, and hashtables that are splatted. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { versionCode } from '../catalogue/versions.ts';
import { callAt } from './callAt.ts';
import type { CallAt } from './callAt.ts';
import { completeCmdlet } from './completeCmdlet.ts';
import { completeParameter } from './completeParameter.ts';
import { completeEntry, completeKey } from './completeTable.ts';
import { completeValue } from './completeValue.ts';
import { completeVariable } from './completeVariable.ts';
import type { CompletionContext, ScriptCompletion } from './completion.ts';
import { cursorAt } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { knownParameter } from './knownParameter.ts';
import { walk } from './parser/index.ts';
import { noPlanNames } from './planNames.ts';
import type { PlanNames } from './planNames.ts';
import type { AtArgument, CommandPlace } from './scriptPlace.ts';
import { scriptPlaceAt } from './scriptPlaceAt.ts';

/**
 * `offset` counts UTF-16 units from the script's beginning. `exchangeVersion` is the organization's as the plan writes it; where it is
 * unknown or absent, no version is preferred. Empty wherever nothing certain can be said.
 */
export function completeScript(text: string, offset: number, catalogue: Catalogue, exchangeVersion?: string, plan: PlanNames = noPlanNames): readonly ScriptCompletion[] {
  const cursor = cursorAt(text, offset);
  const place = scriptPlaceAt(cursor);
  const context: CompletionContext = { catalogue, version: versionCode(exchangeVersion), plan };
  switch (place?.kind) {
    case 'command':
      return completeCommand(place, cursor, context);
    case 'variable':
      return completeVariable(place, cursor, context);
    case 'key':
      return completeKey(place, context);
    case 'entry':
      return completeEntry(place, context);
    default:
      return [];
  }
}

function completeCommand(place: CommandPlace, cursor: Cursor, context: CompletionContext): readonly ScriptCompletion[] {
  const { at, entry } = place;
  if (at.kind === 'name') {
    // A value that the parameter takes is likelier than a call that gives one.
    const values = entry ? completeEntry(entry, context).map((value) => ({ ...value, sortText: `!${value.sortText}` })) : [];
    return [...values, ...completeCmdlet(at, functionsOf(cursor), context)];
  }
  const call = callAt(place, context.catalogue);
  if (call === undefined) return place.variable ? completeVariable(place.variable, cursor, context) : [];
  if (at.kind === 'parameter') return completeParameter(call, at, context);
  const { owners } = call.binding;
  const [owner, ...rivals] = owners;
  // Sets that disagree about the place say nothing about the value.
  const values = owner && rivals.length === 0 ? completeValue(call.cmdlet, owner.documented, at, 'argument', context) : [];
  if (place.variable) return [...values.filter(({ label }) => label.startsWith('$')), ...completeVariable(place.variable, cursor, context)];
  return mayBeParameter(call, at, context) ? [...values, ...completeParameter(call, at, context)] : values;
}

/** Where the next word may be a parameter, they are offered before their dash is typed. */
function mayBeParameter({ cmdlet }: CallAt, { word, quote, listed, of, colon }: AtArgument, { catalogue }: CompletionContext): boolean {
  if (word !== '' || quote !== undefined || listed.length > 0 || colon) return false;
  return of === undefined || knownParameter(cmdlet, of, catalogue)?.type === 'SwitchParameter';
}

function functionsOf({ whole }: Cursor): readonly string[] {
  const names = new Set<string>();
  walk(whole().tree, (node) => {
    if (node.kind === 'FunctionDefinition' && node.name !== '') names.add(node.name);
  });
  return [...names];
}
