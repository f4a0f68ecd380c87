import { fullName, nameRange, writtenName } from './calls.ts';
import type { ScriptRule } from './scriptRule.ts';

const formats: ReadonlySet<string> = new Set(['format-table', 'format-list', 'format-wide', 'format-custom', 'ft', 'fl', 'fw', 'fc']);
/** These want the objects themselves; those that take text (`Out-File`, `Out-String`, `more`, a program) are served well. */
const wantsObjects = /^(?:where-object|select-object|sort-object|group-object|measure-object|foreach-object|compare-object|convertto-\w+|export-(?:csv|clixml)|get-member|\?|%|where|select|sort|group|measure|foreach)$/;

export const formatInPipeline: ScriptRule = {
  code: 'script/format-in-pipeline',
  title: 'A Format- command in the middle of a pipeline',
  severity: 'warning',
  guidance: [],
  *check({ script, at, catalogue }) {
    for (const { elements } of script.pipelines) {
      for (const [index, element] of elements.entries()) {
        const next = elements[index + 1];
        if (element.kind !== 'Command' || next?.kind !== 'Command') continue;
        const name = fullName(element, catalogue);
        const behind = fullName(next, catalogue);
        const written = writtenName(element) ?? '';
        if (!formats.has(name) || at.defined.includes(written.toLowerCase()) || at.defined.includes(writtenName(next)?.toLowerCase() ?? '')) continue;
        if (!wantsObjects.test(behind) && catalogue?.find(behind) === undefined) continue;
        yield {
          message: `"${written}" makes text for the screen, and "${writtenName(next) ?? ''}" behind it needs the objects. Put "${written}" at the end of the pipeline, or use Select-Object here.`,
          range: nameRange(element),
        };
      }
    }
  },
};
