import type { CheckResult } from '../protocol/checks.ts';
import type { Finding } from '../service/finding.ts';
import type { LanguageService, ReadPlan } from '../service/index.ts';

/** The newest result of each check, by plan. */
export interface CheckResults {
  add(uri: string, result: CheckResult): void;
  forget(uri: string): void;
  findings(uri: string, plan: ReadPlan): readonly Finding[];
  onChange(listener: (uri: string) => void): void;
}

export function checkResults(service: LanguageService): CheckResults {
  const byPlan = new Map<string, Map<string, CheckResult>>();
  const listeners: ((uri: string) => void)[] = [];
  return {
    add(uri, result) {
      const results = byPlan.get(uri) ?? new Map<string, CheckResult>();
      byPlan.set(uri, results);
      results.set(`${result.organization} ${result.domain} ${result.check}`, result);
      for (const listener of listeners) listener(uri);
    },
    forget: (uri) => void byPlan.delete(uri),
    findings: (uri, plan) => service.checkFindings(plan, [...(byPlan.get(uri)?.values() ?? [])]),
    onChange: (listener) => void listeners.push(listener),
  };
}
