/** Names of cmdlets, those that federation needs and the Exchange version has first, PowerShell's own between them. */
import type { CatalogueEntry } from '../catalogue/catalogue.ts';
import type { VersionCode } from '../catalogue/cmdlet.ts';
import { federationAreaTitle } from '../catalogue/federationArea.ts';
import { isAvailableIn, isFrom } from '../catalogue/versions.ts';
import { matches } from './completion.ts';
import type { CompletionContext, ScriptCompletion } from './completion.ts';
import { isInEdition } from './powershellVersion.ts';
import type { AtName } from './scriptPlace.ts';

/** `functions` are those that the script itself defines. */
export function completeCmdlet(at: AtName, functions: readonly string[], { catalogue, version }: CompletionContext): readonly ScriptCompletion[] {
  const completion = (name: string, rank: number, detail: string, deprecated = false): ScriptCompletion => ({
    label: name,
    kind: 'cmdlet',
    detail,
    topic: { kind: 'cmdlet', name },
    insertText: name,
    replace: at.replace,
    sortText: `${rank}${name.toLowerCase()}`,
    mandatory: false,
    deprecated,
  });
  const isWanted = (name: string): boolean => matches(name, at.prefix);
  const own = functions.filter(isWanted).map((name) => ({ ...completion(name, 0, 'function of this script'), topic: { kind: 'text' as const, text: 'A function of this script.' } }));
  const exchange = catalogue.entries
    .filter(({ name }) => isWanted(name))
    .map((entry) => {
      const detail = entry.federationArea === undefined ? '' : federationAreaTitle(entry.federationArea);
      return completion(entry.name, rank(entry, version), detail, isOutdated(entry, version));
    });
  const others = catalogue.commands
    .filter(({ name, kind, onlyInPowershell }) => kind === 'cmdlet' && isWanted(name) && isInEdition(onlyInPowershell, version))
    .map(({ name, origin, module }) => completion(name, origin === 'powershell' ? 1 : 2, origin === 'powershell' ? 'PowerShell' : (module ?? '')));
  return [...own, ...exchange, ...others];
}

function rank(entry: CatalogueEntry, version: VersionCode | undefined): number {
  if (!isAvailableIn(entry, version)) return 4;
  if (isOutdated(entry, version)) return 3;
  return entry.federationArea === undefined ? 1 : 0;
}

/** A replacement that only a later version has does not make a cmdlet outdated. */
function isOutdated(entry: CatalogueEntry, version: VersionCode | undefined): boolean {
  if (entry.outdated === undefined || entry.outdated === true) return entry.outdated ?? false;
  return version !== undefined && isFrom(version, entry.outdated);
}
