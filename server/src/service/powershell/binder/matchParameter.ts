/** Parameters by the name that somebody wrote, as PowerShell finds them. */
import type { BindableParameter, Callable, Spelling } from './callable.ts';

export type HowNamed = 'full' | 'alias' | 'prefix';

export type Match =
  | { readonly kind: 'found'; readonly parameter: BindableParameter; readonly how: HowNamed }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly BindableParameter[] }
  | { readonly kind: 'none' };

/**
 * A whole name or alias counts at once. Else what begins so, aliases included, must be one parameter; the cmdlet's own go before those
 * that every cmdlet has. `written` is without its dash.
 */
export function matchParameter({ spellings }: Callable, written: string): Match {
  const name = written.toLowerCase();
  if (name === '') return { kind: 'none' };
  const candidates: BindableParameter[] = [];
  for (let at = firstFrom(spellings, name); spellings[at]?.text.startsWith(name); at++) {
    const spelling = spellings[at];
    if (!spelling) break;
    const { text, parameter, isAlias } = spelling;
    if (text.length === name.length) return { kind: 'found', parameter, how: isAlias ? 'alias' : 'full' };
    if (!candidates.includes(parameter)) candidates.push(parameter);
  }
  const own = candidates.length > 1 ? candidates.filter((each) => !each.isCommon) : candidates;
  const [only] = own.length === 1 ? own : candidates;
  if (only === undefined) return { kind: 'none' };
  return own.length === 1 ? { kind: 'found', parameter: only, how: 'prefix' } : { kind: 'ambiguous', candidates };
}

/** Where the first of them stands that is not before `name`. */
function firstFrom(spellings: readonly Spelling[], name: string): number {
  let low = 0;
  let high = spellings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spellings[middle]?.text ?? '') < name) low = middle + 1;
    else high = middle;
  }
  return low;
}
