import type { CheckResult } from '../protocol/checks.ts';
import type { Finding } from '../service/finding.ts';
import type { LanguageService, ReadPlan } from '../service/index.ts';

/** The newest result of each check, by plan. */
export interface CheckResults {
  /** @param plan the plan as it is when the result comes */
  add(uri: string, result: CheckResult, plan: ReadPlan): void;
  forget(uri: string): void;
  findings(uri: string, plan: ReadPlan): readonly Finding[];
  onChange(listener: (uri: string) => void): void;
}

interface Kept {
  readonly result: CheckResult;
  /** What stood at the place that the result speaks of. When something else stands there, the result says nothing of it. */
  readonly stated: string | undefined;
}

export function checkResults(service: LanguageService): CheckResults {
  const byPlan = new Map<string, Map<string, Kept>>();
  const listeners: ((uri: string) => void)[] = [];
  const stated = (plan: ReadPlan, { range }: Finding): string => plan.document.text.slice(range.start, range.end);
  return {
    add(uri, result, plan) {
      const results = byPlan.get(uri) ?? new Map<string, Kept>();
      byPlan.set(uri, results);
      const [finding] = service.checkFindings(plan, [result]);
      results.set(`${result.organization} ${result.domain} ${result.check}`, { result, stated: finding === undefined ? undefined : stated(plan, finding.finding) });
      for (const listener of listeners) listener(uri);
    },
    forget: (uri) => void byPlan.delete(uri),
    findings(uri, plan) {
      const kept = [...(byPlan.get(uri)?.values() ?? [])].filter((each) => each.stated !== undefined);
      const then = new Map(kept.map((each) => [each.result, each.stated]));
      const found = service.checkFindings(plan, kept.map(({ result }) => result));
      return found.filter(({ result, finding }) => then.get(result) === stated(plan, finding)).map(({ finding }) => finding);
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
