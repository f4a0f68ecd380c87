import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Severity } from '../finding.ts';
import type { ScriptRange } from '../powershell/range.ts';
import type { ReadScript } from '../powershell/readScript.ts';
import { scriptRules } from './index.ts';
import type { Circumstances, ScriptFinding } from './scriptRule.ts';

/** A script with more of them is another kind of text; whoever mends it sees the next ones then. */
const mostFindings = 100;

export interface JudgedFinding extends ScriptFinding {
  readonly code: string;
  readonly severity: Severity;
}

/** All that is found in one script, in its own offsets. */
export function judgeScript(script: ReadScript, at: Circumstances, catalogue?: Catalogue): JudgedFinding[] {
  const context = { script, at, ...(catalogue === undefined ? {} : { catalogue }) };
  const found: JudgedFinding[] = [];
  const givingWay = new Set<JudgedFinding>();
  const explained = new Set<number>();
  const lineOf = (offset: number): number => script.text.lastIndexOf('\n', offset - 1);
  for (const rule of scriptRules) {
    for (const finding of rule.check(context)) {
      if (found.length >= mostFindings) break;
      const judged = { severity: rule.severity, ...finding, code: rule.code };
      found.push(judged);
      if (rule.givesWay) givingWay.add(judged);
      if (rule.explainsSyntax) explained.add(lineOf(finding.range.start));
    }
  }
  const causes = found.filter((each) => !givingWay.has(each));
  return found.filter((each) => (each.code === 'script/syntax' ? !explained.has(lineOf(each.range.start)) : !givingWay.has(each) || !causes.some((other) => overlaps(each.range, other.range))));
}

function overlaps(a: ScriptRange, b: ScriptRange): boolean {
  return a.start < b.end && b.start < a.end;
}
