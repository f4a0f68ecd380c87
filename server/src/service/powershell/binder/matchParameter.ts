/** Parameters by the name that somebody wrote, as PowerShell finds them. */
import type { BindableParameter } from './callable.ts';

export type HowNamed = 'full' | 'alias' | 'prefix';

export type Match =
  | { readonly kind: 'found'; readonly parameter: BindableParameter; readonly how: HowNamed }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly BindableParameter[] }
  | { readonly kind: 'none' };

/**
 * A whole name or alias counts at once. Else what begins so, aliases included, must be one parameter; the cmdlet's own go before those
 * that every cmdlet has. `written` is without its dash.
 */
export function matchParameter(parameters: readonly BindableParameter[], written: string): Match {
  const name = written.toLowerCase();
  if (name === '') return { kind: 'none' };
  const candidates: BindableParameter[] = [];
  let byAlias: BindableParameter | undefined;
  for (const parameter of parameters) {
    for (const [index, spelling] of parameter.spellings.entries()) {
      if (!spelling.startsWith(name)) continue;
      if (spelling.length > name.length) {
        if (candidates.at(-1) !== parameter) candidates.push(parameter);
      } else if (index === 0) {
        return { kind: 'found', parameter, how: 'full' };
      } else {
        byAlias ??= parameter;
      }
    }
  }
  if (byAlias) return { kind: 'found', parameter: byAlias, how: 'alias' };
  const own = candidates.length > 1 ? candidates.filter((each) => !each.isCommon) : candidates;
  const [only] = own.length === 1 ? own : candidates;
  if (only === undefined) return { kind: 'none' };
  return own.length === 1 ? { kind: 'found', parameter: only, how: 'prefix' } : { kind: 'ambiguous', candidates };
}
