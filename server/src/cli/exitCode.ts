/** What `fedplan` answers with; docs/command-line.md says the same. */
export const exitCode = {
  /** Nothing of level error or fail. */
  good: 0,
  /** At least one error or failed check. */
  found: 1,
  /** Wrong usage, or a file that cannot be read. */
  usage: 2,
  /** Not determined: at least one check is unknown, and none failed. */
  unknown: 3,
} as const;
