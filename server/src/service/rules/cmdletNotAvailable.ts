import type { Catalogue } from '../catalogue/catalogue.ts';
import type { VersionCode } from '../catalogue/cmdlet.ts';
import { isAvailableIn, versionsInWords } from '../catalogue/versions.ts';
import { statedVersions } from './statedVersions.ts';
import { placeInPlan, scriptKeys, stepScript } from './stepScript.ts';
import type { Rule } from './rule.ts';

/** Behind these the commands of another Exchange are at hand. */
const connects = new Set(['connect-exchangeonline', 'connect-exoservice', 'import-pssession', 'enter-pssession', 'add-pssnapin', 'import-module']);

export const cmdletNotAvailable: Rule = {
  code: 'step/cmdlet-not-available',
  title: 'A cmdlet that the organization’s Exchange version does not have',
  severity: 'warning',
  guidance: ['G32', 'G34'],
  *checkStep(step, { plan, catalogue }) {
    if (catalogue === undefined) return;
    const versions = statedVersions(step);
    if (versions.length === 0) return;
    const scripts = scriptKeys.map((key) => ({ key, ...stepScript(step, key) }));
    if (scripts.some(({ commands, opaque }) => opaque || commands.some(({ name }) => connects.has(name)))) return;
    for (const { key, commands } of scripts) {
      for (const command of commands) {
        const cmdlet = command.sure ? catalogue.find(command.name) : undefined;
        if (cmdlet === undefined || versions.some((version) => isAvailableIn(cmdlet, version))) continue;
        const place = placeInPlan(plan, [...step.path, key], command.nameRange);
        if (place === undefined) continue;
        const instead = predecessor(catalogue, cmdlet.name, versions);
        yield {
          message: `"${cmdlet.name}" is not in ${versionsInWords(versions)}, which "${step.organization?.id ?? ''}" runs; it is documented for ${versionsInWords(cmdlet.versions)}.${instead === undefined ? ' Take a cmdlet that this version has.' : ` There it is "${instead}".`}`,
          range: place.range,
          fixes: instead !== undefined && place.exact ? [{ title: `Change to "${instead}"`, edits: [{ range: place.range, newText: instead }], preferred: true }] : [],
        };
      }
    }
  },
};

/** The cmdlet that this one has replaced, where the versions have that. Asked only where there is something to say. */
function predecessor(catalogue: Catalogue, name: string, versions: readonly VersionCode[]): string | undefined {
  const older = catalogue.entries.find((entry) => entry.outdated !== undefined && versions.some((version) => isAvailableIn(entry, version)) && catalogue.find(entry.name)?.replacedBy?.cmdlet === name);
  return older?.name;
}
