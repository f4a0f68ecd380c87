/** What PowerShell itself would offer for a call, before any order and choice of ours. */
import type { BindableParameter } from './binder/callable.ts';
import { noSet, overlaps } from './binder/setFlags.ts';
import type { UnfinishedBinding } from './unfinishedCall.ts';

export interface OfferedName {
  readonly parameter: BindableParameter;
  /** Its name, or the alias that begins as was written. */
  readonly name: string;
}

/** `prefix` without its dash. */
export function offeredParameters(binding: UnfinishedBinding, prefix: string): readonly OfferedName[] {
  const { name, bound, unbound, failed, disturbance } = binding;
  if (prefix === '' || failed || name === 'ambiguous') return beginning(unbound, binding, prefix);
  if (disturbance === 'ambiguous') return [];
  if (name === 'twice') return beginning([...bound], binding, prefix);
  return name === undefined || name === 'unknown' || disturbance !== undefined ? [] : written(name, prefix);
}

function beginning(parameters: readonly BindableParameter[], { sets }: UnfinishedBinding, prefix: string): readonly OfferedName[] {
  return parameters.filter((each) => each.inAllSets || each.sets === noSet || overlaps(each.sets, sets)).flatMap((each) => written(each, prefix));
}

function written(parameter: BindableParameter, prefix: string): readonly OfferedName[] {
  const begins = (name: string): boolean => name.toLowerCase().startsWith(prefix.toLowerCase());
  if (begins(parameter.name)) return [{ parameter, name: parameter.name }];
  return (parameter.documented.aliases ?? []).filter(begins).map((name) => ({ parameter, name }));
}

/** Values that begin so, of a closed list or of PowerShell's own types; sorted as PowerShell does, what was written in full first. */
export function offeredValues({ documented, type, values }: BindableParameter, prefix: string): readonly string[] {
  if (type === 'switch') return prefix === '' || prefix === '$' ? ['$true', '$false'] : [];
  const all = values === undefined && type !== 'actionPreference' ? [] : (documented.values ?? []);
  const typed = prefix.toLowerCase();
  const sorted = [...all].filter((value) => value.toLowerCase().startsWith(typed)).sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  return [...sorted.filter((value) => value.toLowerCase() === typed), ...sorted.filter((value) => value.toLowerCase() !== typed)];
}
