import { isAvailableIn, isFrom, versionsInWords } from '../catalogue/versions.ts';
import { findCommonParameter, findParameter } from '../catalogue/findParameter.ts';
import { nameRange, writtenName } from './calls.ts';
import type { ScriptRule } from './scriptRule.ts';

export const replacedCmdlet: ScriptRule = {
  code: 'script/replaced-cmdlet',
  title: 'A cmdlet that another one has replaced, and that is still there',
  severity: 'information',
  guidance: ['G14'],
  *check({ script, at: { versions, defined }, catalogue }) {
    if (catalogue === undefined || versions.length === 0) return;
    for (const { command } of script.commands) {
      const written = writtenName(command) ?? '';
      const cmdlet = catalogue.find(written);
      if (cmdlet?.replacedBy?.kind !== 'replaced' || defined.includes(written.toLowerCase())) continue;
      const { from } = cmdlet.replacedBy;
      const other = catalogue.find(cmdlet.replacedBy.cmdlet);
      // Where it is there no more, "step/cmdlet-not-available" says so.
      if (other === undefined || !versions.every((version) => isAvailableIn(cmdlet, version) && isAvailableIn(other, version) && (from === undefined || isFrom(version, from)))) continue;
      const names = command.elements.flatMap((element) => (element.kind === 'CommandParameter' ? [element.name] : []));
      const fits = names.every((name) => findParameter(other, name) ?? findCommonParameter(catalogue.commonParameters, name));
      const range = nameRange(command);
      yield {
        message: `"${cmdlet.name}" is replaced by "${other.name}" in ${versionsInWords(versions)}; both are there. Take "${other.name}".`,
        range,
        fixes: fits ? [{ title: `Change to "${other.name}"`, edits: [{ range, newText: other.name }], preferred: false }] : [],
      };
    }
  },
};
