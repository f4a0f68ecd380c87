import type { VersionCode } from '../catalogue/cmdlet.ts';
import { versionsInWords } from '../catalogue/versions.ts';
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
    for (const { binding, cmdlet, errorsIn } of boundCalls(context)) {
      if (!versions.every((version) => binding.callable.cmdlet.versions.includes(version))) continue;
      for (const { parameter, how, nameStart, nameEnd } of binding.bound.values()) {
        const { documented, name } = parameter;
        if (how === 'position' || how === 'pipeline' || how === 'splat' || !hasVersions(documented) || versions.some((version) => documented.versions.includes(version))) continue;
        // Behind a parameter that wants a value it may be that value.
        if (!versions.every((version) => errorsIn(version).some(({ id, start }) => id === 'NamedParameterNotFound' && start === nameStart))) continue;
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
