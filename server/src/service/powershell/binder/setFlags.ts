/**
 * Parameter sets as bits, at most 31 of them (the catalogue has up to 21). PowerShell starts with all bits, whether or not a set stands
 * behind each, and takes away; "all" is therefore a state of its own: nothing has been decided yet.
 */
export type SetFlags = number;

export const allSets: SetFlags = -1;
export const noSet: SetFlags = 0;

/** How many sets are left. As long as nothing has been decided PowerShell counts one. */
export function countSets(flags: SetFlags): number {
  if (flags === allSets) return 1;
  let count = 0;
  for (let rest = flags; rest !== 0; rest &= rest - 1) count++;
  return count;
}

export function overlaps(one: SetFlags, other: SetFlags): boolean {
  return (one & other) !== 0;
}
