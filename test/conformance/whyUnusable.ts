import type { Binding } from '../../server/src/service/powershell/binder/index.ts';

/**
 * Why PowerShell does not run a stand-in at all: there is none, or its page names a parameter twice in one set, or gives one the name of
 * another as an alias. Undefined where it runs.
 */
export function whyUnusable(binding: Binding | undefined): string | undefined {
  if (!binding) return 'CommandNotFoundException';
  const { parameters } = binding.callable;
  const names = new Set(parameters.map(({ spellings }) => spellings[0]));
  for (const { memberships, spellings } of parameters) {
    const sets = memberships.map(({ set }) => set);
    if (new Set(sets).size < sets.length) return 'ParameterDeclaredInParameterSetMultipleTimes';
    if (spellings.slice(1).some((alias) => names.has(alias))) return 'ParameterNameConflictsWithAlias';
  }
  return undefined;
}
