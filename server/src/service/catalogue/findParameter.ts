/** Parameters by the name that somebody wrote. */
import type { Cmdlet, CommonParameter, Parameter } from './cmdlet.ts';

/** Exact name or alias first, else the only one that begins so, as PowerShell itself does. Without the dash. */
export function findParameter(cmdlet: Cmdlet, written: string): Parameter | undefined {
  return byName(cmdlet.parameters, written);
}

export function findCommonParameter(common: readonly CommonParameter[], written: string): CommonParameter | undefined {
  return byName(common, written);
}

function byName<T extends { readonly name: string; readonly aliases?: readonly string[] }>(all: readonly T[], written: string): T | undefined {
  const name = written.toLowerCase();
  if (name === '') return undefined;
  const exact =
    all.find((parameter) => parameter.name.toLowerCase() === name) ??
    all.find((parameter) => parameter.aliases?.some((alias) => alias.toLowerCase() === name));
  if (exact) return exact;
  const beginning = all.filter((parameter) => parameter.name.toLowerCase().startsWith(name));
  return beginning.length === 1 ? beginning[0] : undefined;
}
