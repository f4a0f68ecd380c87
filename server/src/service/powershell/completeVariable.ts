/** Variables that have a value at a place: the script's own, then those of PowerShell. */
import { matches } from './completion.ts';
import type { CompletionContext, ScriptCompletion } from './completion.ts';
import type { Cursor } from './cursor.ts';
import { isInEdition } from './powershellVersion.ts';
import type { AtVariable } from './scriptPlace.ts';
import { scriptVariables } from './scriptVariables.ts';

export function completeVariable(at: AtVariable, { text, offset, whole }: Cursor, { catalogue, version }: CompletionContext): readonly ScriptCompletion[] {
  const names = new Map<string, string>();
  for (const { name, start, end, isWritten } of scriptVariables(whole().tree)) {
    const isHere = start <= offset && offset <= end;
    if (isWritten && !isHere && !names.has(name)) names.set(name, text.slice(start, end).replace(/^[$@]\{?/, '').replace(/\}$/, ''));
  }
  const completion = (name: string, rank: number, detail: string): ScriptCompletion => ({
    label: name,
    kind: 'variable',
    detail,
    topic: { kind: 'text', text: detail === '' ? 'A variable of this script.' : `PowerShell's ${detail}.` },
    insertText: name,
    replace: at.replace,
    sortText: `${rank}${name.toLowerCase()}`,
    mandatory: false,
    deprecated: false,
  });
  const own = [...names.values()].map((name) => completion(name, 0, ''));
  const others =
    at.sign === '@'
      ? []
      : catalogue.variables
          .filter(({ name, onlyInPowershell }) => !names.has(name.toLowerCase()) && isInEdition(onlyInPowershell, version))
          .map(({ name, kind }) => completion(name, 1, kind === 'automatic' ? 'automatic variable' : 'preference variable'));
  return [...own, ...others].filter(({ label }) => matches(label, at.prefix));
}
