/** Findings that say that PowerShell refuses a script or a call; all other codes of scripts are advice. */
const named = (...names: readonly string[]): ReadonlySet<string> => new Set(names.map((name) => `script/${name}`));

export const refusingSyntax = named('syntax');

/** What the static binder looks for too. */
export const refusingWithoutRunning = named('ambiguous-parameter', 'duplicate-parameter', 'surplus-argument', 'unknown-cmdlet', 'unknown-parameter');

export const refusing = named(
  'ambiguous-parameter', 'boolean-value', 'duplicate-parameter', 'empty-value', 'missing-parameter', 'missing-value', 'other-version-parameter', 'parameter-set', 'surplus-argument', 'switch-value', 'syntax',
  'unknown-cmdlet', 'unknown-parameter', 'unknown-value', 'wrong-type',
);
