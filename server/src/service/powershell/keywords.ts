/** Words that begin a statement of their own: what is typed of them is no command's name. Lower case. */
export const keywords: ReadonlySet<string> = new Set([
  'begin', 'break', 'catch', 'class', 'clean', 'configuration', 'continue', 'data', 'do', 'dynamicparam', 'else', 'elseif', 'end', 'enum', 'exit',
  'filter', 'finally', 'for', 'foreach', 'function', 'hidden', 'if', 'in', 'param', 'process', 'return', 'static', 'switch', 'throw', 'trap', 'try',
  'until', 'using', 'while', 'workflow',
]);
