/** Names of cmdlets, those that federation needs and the Exchange version has first. */
import type { CatalogueEntry } from '../catalogue/catalogue.ts';
import type { VersionCode } from '../catalogue/cmdlet.ts';
import { federationAreaTitle } from '../catalogue/federationArea.ts';
import { isAvailableIn, isFrom } from '../catalogue/versions.ts';
import type { AtName } from './commandAt.ts';
import { matches } from './completion.ts';
import type { CompletionContext, ScriptCompletion } from './completion.ts';
import { entryMarkdown } from './cmdletMarkdown.ts';

export function completeCmdlet(at: AtName, context: CompletionContext): readonly ScriptCompletion[] {
  const { catalogue, version } = context;
  return catalogue.entries
    .filter((entry) => matches(entry.name, at.prefix))
    .map((entry) => ({
      label: entry.name,
      kind: 'cmdlet',
      detail: entry.federationArea === undefined ? '' : federationAreaTitle(entry.federationArea),
      documentation: entryMarkdown(entry),
      insertText: entry.name,
      replace: at.replace,
      sortText: `${rank(entry, version)}${entry.name.toLowerCase()}`,
      mandatory: false,
      deprecated: isOutdated(entry, version),
    }));
}

function rank(entry: CatalogueEntry, version: VersionCode | undefined): number {
  if (!isAvailableIn(entry, version)) return 3;
  if (isOutdated(entry, version)) return 2;
  return entry.federationArea === undefined ? 1 : 0;
}

/** A replacement that only a later version has does not make a cmdlet outdated. */
function isOutdated(entry: CatalogueEntry, version: VersionCode | undefined): boolean {
  if (entry.outdated === undefined || entry.outdated === true) return entry.outdated ?? false;
  return version !== undefined && isFrom(version, entry.outdated);
}
