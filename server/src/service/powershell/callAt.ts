/** A call of a known cmdlet at the cursor, with what PowerShell would make of it so far. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cmdlet, Parameter } from '../catalogue/cmdlet.ts';
import { findParameter } from '../catalogue/findParameter.ts';
import { callableOf } from './binder/callable.ts';
import type { Callable } from './binder/callable.ts';
import { isCommon } from './knownParameter.ts';
import type { CallElement, CommandPlace } from './scriptPlace.ts';
import { bindUnfinished } from './unfinishedCall.ts';
import type { UnfinishedBinding } from './unfinishedCall.ts';

export interface CallAt {
  readonly cmdlet: Cmdlet;
  /** The cmdlet's own parameters that need not be offered again, by name or by position. */
  readonly given: ReadonlySet<Parameter>;
  /** Something is piped into it, which may supply what is mandatory. */
  readonly takesInput: boolean;
  /** What the call has without the parameter that is being written, and without the value behind it. */
  readonly others: UnfinishedBinding;
  /** What it has with all that is written. */
  readonly binding: UnfinishedBinding;
}

/** Undefined where the catalogue does not have the command. */
export function callAt(place: CommandPlace, catalogue: Catalogue): CallAt | undefined {
  const cmdlet = place.name === undefined ? undefined : catalogue.cmdlet(place.name);
  const callable = cmdlet && callableOf(cmdlet, catalogue.commonParameters, undefined);
  if (callable === undefined) return undefined;
  const others = othersOf(callable, place);
  const named = place.given.flatMap(({ name }) => findParameter(callable.cmdlet, name) ?? []);
  const given = new Set([...named, ...[...others.bound].flatMap(({ documented }) => (isCommon(documented) ? [] : [documented]))]);
  return { cmdlet: callable.cmdlet, given, takesInput: place.takesInput, others, binding: bindUnfinished(callable, place, 'argument') };
}

/** What comes through the pipeline is left out: which parameter takes it the documentation seldom says. */
function othersOf(callable: Callable, { elements, touched, at }: CommandPlace): UnfinishedBinding {
  const position = touched === undefined ? elements.length : elements.indexOf(touched);
  const next = elements[position + 1];
  // `-Free¦ None`: what follows the name is its value.
  const skipped = at.kind === 'parameter' && next !== undefined && isValue(next) ? 2 : 1;
  const others = [...elements.slice(0, position), ...elements.slice(position + skipped)];
  return bindUnfinished(callable, { elements: others, touched: undefined, takesInput: false }, 'parameter');
}

function isValue(element: CallElement): boolean {
  return element.kind !== 'CommandParameter';
}
