/** PowerShell's operators by how tightly they bind; all but `-and`, `-is`, `-f` and the like also exist with a `c` or `i` before the name. */

const sensitive = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'like', 'notlike', 'match', 'notmatch', 'contains', 'notcontains', 'in', 'notin', 'replace', 'split'];

const levels: readonly (readonly string[])[] = [
  ['-and', '-or', '-xor'],
  ['-band', '-bor', '-bxor'],
  [...sensitive.flatMap((name) => [`-${name}`, `-c${name}`, `-i${name}`]), '-is', '-isnot', '-as', '-join', '-shl', '-shr'],
  ['+', '-'],
  ['*', '/', '%'],
  ['-f'],
  ['..'],
];

/** Binary operators with how tightly they bind, 1 for the loosest. `??` binds looser than all but the ternary. */
export const binaryLevel: ReadonlyMap<string, number> = new Map([
  ['??', 1] as const,
  ...levels.flatMap((names, level) => names.map((name) => [name, level + 2] as const)),
]);

export const unaryOperators: ReadonlySet<string> = new Set(['-', '+', '--', '++', '!', '-not', '-bnot', '-join', '-split', '-csplit', '-isplit']);

export const assignmentOperators: ReadonlySet<string> = new Set(['=', '+=', '-=', '*=', '/=', '%=', '??=']);

/** All that begin with a dash, for the lexer. */
export const dashOperators: ReadonlySet<string> = new Set([...binaryLevel.keys(), ...unaryOperators].filter((name) => /^-[a-z]/.test(name)));
