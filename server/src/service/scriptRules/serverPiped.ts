import type { Command } from '../powershell/parser/index.ts';
import { fullName, nameRange, parameterOf, writtenName } from './calls.ts';
import type { ScriptRule } from './scriptRule.ts';

const givesServers = /^get-(?:clientaccessserver|clientaccessservice|exchangeserver)$/;
/** They hand on what they get. */
const handsOn = /^(?:where-object|sort-object|tee-object|\?|where|sort|tee)$/;

export const serverPiped: ScriptRule = {
  code: 'script/server-piped',
  title: 'A server, piped into a cmdlet that wants a virtual directory',
  severity: 'information',
  guidance: ['G14'],
  *check({ script, catalogue }) {
    for (const { elements } of script.pipelines) {
      for (const [index, element] of elements.entries()) {
        const kind = element.kind === 'Command' ? /^set-(\w+virtualdirectory)$/.exec(fullName(element, catalogue))?.[1] : undefined;
        if (element.kind !== 'Command' || kind === undefined || parameterOf(element, 'Identity', 2) !== undefined) continue;
        const source = elements.slice(0, index).findLast((before): before is Command => before.kind === 'Command' && !handsOn.test(fullName(before, catalogue)));
        if (source === undefined || !givesServers.test(fullName(source, catalogue))) continue;
        const reader = catalogue?.find(`get-${kind}`)?.name;
        const range = nameRange(element);
        yield {
          message: `"${writtenName(source) ?? ''}" gives servers, and "${writtenName(element) ?? ''}" takes virtual directories: a server is no identity of one.${reader === undefined ? '' : ` Put "${reader}" between the two.`}`,
          range,
          fixes: reader === undefined ? [] : [{ title: `Put "${reader}" before it`, edits: [{ range: { start: range.start, end: range.start }, newText: `${reader} | ` }], preferred: false }],
        };
      }
    }
  },
};
