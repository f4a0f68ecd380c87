/** Keywords that decide where a command can begin. Lower case; PowerShell does not tell the cases apart. */

/** Behind these a command may follow at once. */
export const restartWords: ReadonlySet<string> = new Set([
  'return', 'throw', 'exit', 'else', 'do', 'try', 'finally', 'begin', 'process', 'end', 'dynamicparam',
]);

/** These are followed by a condition, a name or a block, not by arguments. */
export const headWords: ReadonlySet<string> = new Set([
  'if', 'elseif', 'while', 'until', 'for', 'foreach', 'switch', 'catch', 'function', 'filter', 'param', 'class', 'enum', 'using', 'trap',
  'break', 'continue', 'workflow', 'configuration', 'data',
]);
