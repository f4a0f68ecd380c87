import type { CheckResult } from '../protocol/checks.ts';
import type { Finding } from '../service/finding.ts';
import type { LanguageService, ReadPlan } from '../service/index.ts';

/** The newest result of each check that says something of a place in a plan, by plan. */
export interface CheckResults {
  /** @param plan the plan as it is when the results come */
  add(uri: string, results: readonly CheckResult[], plan: ReadPlan): void;
  forget(uri: string): void;
  /** The gravest first, and no more than `most`: they are asked for at each key stroke, and a run may leave tens of thousands. */
  findings(uri: string, plan: ReadPlan, most: number): readonly Finding[];
  onChange(listener: (uri: string) => void): void;
}

interface Kept {
  readonly result: CheckResult;
  /** What stood at the place that the result speaks of. When something else stands there, the result says nothing of it. */
  readonly stated: string;
}

export function checkResults(service: LanguageService): CheckResults {
  const byPlan = new Map<string, Map<string, Kept>>();
  const listeners: ((uri: string) => void)[] = [];
  const stated = (plan: ReadPlan, { range }: Finding): string => plan.document.text.slice(range.start, range.end);
  return {
    add(uri, newest, plan) {
      const results = byPlan.get(uri) ?? new Map<string, Kept>();
      byPlan.set(uri, results);
      const found = new Map(service.checkFindings(plan, newest).map(({ result, finding }) => [result, finding]));
      let changes = false;
      for (const result of newest) {
        const key = `${result.organization} ${result.domain} ${result.check}`;
        const finding = found.get(result);
        if (finding === undefined) changes = results.delete(key) || changes;
        else {
          results.set(key, { result, stated: stated(plan, finding) });
          changes = true;
        }
      }
      if (changes) for (const listener of listeners) listener(uri);
    },
    forget: (uri) => void byPlan.delete(uri),
    findings(uri, plan, most) {
      const all = [...(byPlan.get(uri)?.values() ?? [])];
      const gravest = (['fail', 'warn', 'unknown'] as const).flatMap((verdict) => all.filter(({ result }) => result.verdict === verdict));
      const findings: Finding[] = [];
      for (let at = 0; at < gravest.length && findings.length < most; at += most) {
        const then = new Map(gravest.slice(at, at + most).map((each) => [each.result, each.stated]));
        const found = service.checkFindings(plan, [...then.keys()]);
        findings.push(...found.filter(({ result, finding }) => then.get(result) === stated(plan, finding)).map(({ finding }) => finding));
      }
      return findings.slice(0, most);
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
