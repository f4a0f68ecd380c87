import type { VersionCode } from '../catalogue/cmdlet.ts';
import { isAvailableIn, versionsInWords } from '../catalogue/versions.ts';
import { boundCalls } from './boundCalls.ts';
import type { ScriptRule } from './scriptRule.ts';

export const otherVersionParameter: ScriptRule = {
  code: 'script/other-version-parameter',
  title: 'A parameter that only other Exchange versions have',
  severity: 'warning',
  guidance: [],
  *check(context) {
    const { versions, isOpen } = context.at;
    // Behind a connection the commands of another Exchange are at hand.
    if (versions.length === 0 || isOpen || context.script.commands.some(({ name }) => /^connect-/i.test(name ?? ''))) return;
    for (const { binding, cmdlet } of boundCalls(context)) {
      const concerned = versions.filter((version) => isAvailableIn(binding.callable.cmdlet, version));
      if (concerned.length < versions.length) continue;
      for (const { parameter, how, nameStart, nameEnd } of binding.bound.values()) {
        const { documented, name } = parameter;
        if (how === 'position' || how === 'pipeline' || how === 'splat' || !hasVersions(documented) || concerned.some((version) => isAvailableIn(documented, version))) continue;
        yield {
          message: `"-${name}" of "${cmdlet}" is documented for ${versionsInWords(documented.versions)}, and the organization runs ${versionsInWords(versions)}. Leave it out there.`,
          range: { start: nameStart, end: nameEnd },
        };
      }
    }
  },
};

function hasVersions(documented: object): documented is { readonly versions: readonly VersionCode[] } {
  return 'versions' in documented;
}
