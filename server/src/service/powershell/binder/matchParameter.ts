/** Parameters by the name that somebody wrote, as PowerShell finds them. */
import type { BindableParameter, Callable, Spelling } from './callable.ts';

export type HowNamed = 'full' | 'alias' | 'prefix';

export type Match =
  | { readonly kind: 'found'; readonly parameter: BindableParameter; readonly how: HowNamed }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly BindableParameter[] }
  | { readonly kind: 'none' };

/** By whole name or alias; where two parameters share a spelling, the one whose name it is. */
const whole = new WeakMap<Callable, ReadonlyMap<string, Spelling>>();

/**
 * A whole name or alias counts at once. Else what begins so, aliases included, must be one parameter; the cmdlet's own go before those
 * that every cmdlet has. `written` is without its dash.
 */
export function matchParameter(callable: Callable, written: string): Match {
  const name = written.toLowerCase();
  if (name === '') return { kind: 'none' };
  const exact = wholeSpellings(callable).get(name);
  if (exact) return { kind: 'found', parameter: exact.parameter, how: exact.isAlias ? 'alias' : 'full' };
  const begun = callable.spellings.filter(({ text }) => text.startsWith(name)).sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : Number(a.isAlias) - Number(b.isAlias)));
  const candidates = [...new Set(begun.map(({ parameter }) => parameter))];
  const own = candidates.length > 1 ? candidates.filter((each) => !each.isCommon) : candidates;
  const [only] = own.length === 1 ? own : candidates;
  if (only === undefined) return { kind: 'none' };
  return own.length === 1 ? { kind: 'found', parameter: only, how: 'prefix' } : { kind: 'ambiguous', candidates };
}

function wholeSpellings(callable: Callable): ReadonlyMap<string, Spelling> {
  const known = whole.get(callable);
  if (known) return known;
  const made = new Map<string, Spelling>();
  for (const spelling of callable.spellings) {
    const other = made.get(spelling.text);
    if (other === undefined || (other.isAlias && !spelling.isAlias)) made.set(spelling.text, spelling);
  }
  whole.set(callable, made);
  return made;
}
