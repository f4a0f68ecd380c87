import type * as vscode from 'vscode';
import type { CheckDescription, CheckEvent, CheckId, CheckResult, Diagnosis } from '../../../server/src/protocol/checks.ts';
import type { CheckedDomain, CheckedOrganization, CheckTargets } from '../../../server/src/protocol/messages.ts';

/** One domain of one organization. */
export interface Target {
  readonly organization: string;
  readonly domain: string;
}

/** What a run covers: all domains of an organization, or one of them. */
export interface Scope {
  readonly organization: string;
  readonly domain?: string;
}

export interface CheckState {
  readonly running: boolean;
  readonly result: CheckResult | undefined;
  /** The plan or the route is another than when the result came. */
  readonly stale: boolean;
}

const domainKey = ({ organization, domain }: Target): string => `${organization} ${domain}`;
const key = (target: Target, check: CheckId): string => `${domainKey(target)} ${check}`;

/** What is known of the live checks of one plan. */
export class PlanChecks {
  readonly uri: vscode.Uri;
  checks: readonly CheckDescription[] = [];
  /** What nobody sees from outside, as a text to send; `{domain}` stands where the partner's domain belongs. */
  partnerQuestions = '';
  organizations: readonly CheckedOrganization[] = [];
  /** True once the server has said which domains the plan names. */
  isRead = false;
  /** The picked target domain; undefined: all. */
  target: Target | undefined;
  lastRun: Date | undefined;
  /** The run under way. */
  runId: string | undefined;
  /** By domain, since each row of the view asks for its own. */
  readonly #results = new Map<string, Map<CheckId, CheckResult>>();
  readonly #diagnoses = new Map<string, Map<string, Diagnosis>>();
  readonly #running = new Set<string>();
  readonly #stale = new Set<string>();

  constructor(uri: vscode.Uri) {
    this.uri = uri;
  }

  read(targets: CheckTargets | null): void {
    this.checks = targets?.checks ?? [];
    this.organizations = targets?.organizations ?? [];
    this.partnerQuestions = targets?.partnerQuestions ?? '';
    this.isRead = targets !== null;
    if (this.target !== undefined && this.domains(this.target).length === 0) this.target = undefined;
  }

  state(target: Target, check: CheckId): CheckState {
    const at = key(target, check);
    return { running: this.#running.has(at), result: this.#results.get(domainKey(target))?.get(check), stale: this.#stale.has(at) };
  }

  /** Causes of the domain's findings, likely culprit first, while none of what they explain is stale. */
  diagnoses(target: Target): readonly Diagnosis[] {
    return [...(this.#diagnoses.get(domainKey(target))?.values() ?? [])].filter((each) => !each.explains.some((check) => this.#stale.has(key(each, check))));
  }

  results(): readonly CheckResult[] {
    return [...this.#results.values()].flatMap((own) => [...own.values()]);
  }

  resultsOf(target: Target): readonly CheckResult[] {
    return [...(this.#results.get(domainKey(target))?.values() ?? [])];
  }

  domains(scope: Scope | undefined): (CheckedDomain & { readonly organization: string })[] {
    return this.organizations
      .filter(({ id }) => scope === undefined || id === scope.organization)
      .flatMap(({ id, domains }) => domains.filter(({ name }) => scope?.domain === undefined || name === scope.domain).map((domain) => ({ ...domain, organization: id })));
  }

  follow(event: CheckEvent): void {
    if (event.kind === 'started') {
      this.#diagnoses.delete(domainKey(event));
      this.#running.add(key(event, event.check));
      return;
    }
    if (event.kind === 'diagnosed') {
      const own = this.#diagnoses.get(domainKey(event.diagnosis)) ?? new Map<string, Diagnosis>();
      this.#diagnoses.set(domainKey(event.diagnosis), own.set(event.diagnosis.id, event.diagnosis));
      return;
    }
    const at = key(event.result, event.result.check);
    this.#running.delete(at);
    this.#stale.delete(at);
    const own = this.#results.get(domainKey(event.result)) ?? new Map<CheckId, CheckResult>();
    this.#results.set(domainKey(event.result), own.set(event.result.check, event.result));
  }

  endRun(): void {
    this.runId = undefined;
    this.#running.clear();
    this.lastRun = new Date();
  }

  markStale(): void {
    for (const result of this.results()) this.#stale.add(key(result, result.check));
  }
}
