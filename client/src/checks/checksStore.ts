import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { CheckDescription, CheckId, CheckResult } from '../../../server/src/protocol/checks.ts';
import type { CheckedDomain, CheckedOrganization } from '../../../server/src/protocol/messages.ts';
import { languageId, type LanguageServer } from '../languageServer.ts';
import type { PracticePartner } from '../practicePartner.ts';

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

/** All that is known of the live checks of one plan. Views read it and listen; no state lives in a view. */
export interface ChecksStore {
  /** The plan that was last in an editor. */
  readonly plan: vscode.Uri | undefined;
  readonly checks: readonly CheckDescription[];
  /** True once the server has said which domains the plan names. */
  readonly isRead: boolean;
  readonly organizations: readonly CheckedOrganization[];
  /** The picked target domain; undefined: all. */
  readonly target: Target | undefined;
  readonly isRunning: boolean;
  readonly lastRun: Date | undefined;
  readonly onChange: vscode.Event<void>;
  state(target: Target, check: CheckId): CheckState;
  results(): readonly CheckResult[];
  pick(target: Target | undefined): void;
  /** The domains that a run would check. */
  domains(scope: Scope | undefined): readonly CheckedDomain[];
  run(scope: Scope | undefined, only?: readonly CheckId[]): Promise<void>;
  stop(): Promise<void>;
  /** Reads the plan's domains again, at once. */
  refresh(): Promise<void>;
}

const key = ({ organization, domain }: Target, check: CheckId): string => `${organization} ${domain} ${check}`;
/** After typing has paused; the tree need not follow each key. */
const pause = 300;

export function checksStore(context: vscode.ExtensionContext, server: LanguageServer, partner: PracticePartner): ChecksStore {
  const changes = new vscode.EventEmitter<void>();
  const results = new Map<string, CheckResult>();
  const runningChecks = new Set<string>();
  const stale = new Set<string>();
  let plan: vscode.Uri | undefined;
  let checks: readonly CheckDescription[] = [];
  let organizations: readonly CheckedOrganization[] = [];
  let isRead = false;
  let picked: Target | undefined;
  let runId: string | undefined;
  let lastRun: Date | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function refresh(): Promise<void> {
    const asked = plan;
    const targets = asked === undefined ? null : await server.checkTargets(asked);
    if (asked?.toString() !== plan?.toString()) return;
    checks = targets?.checks ?? [];
    organizations = targets?.organizations ?? [];
    isRead = targets !== null;
    if (picked !== undefined && !has(picked)) picked = undefined;
    changes.fire();
  }

  function refreshSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh().catch((error: unknown) => server.log.error(String(error))), pause);
  }

  const has = (target: Target): boolean => organizations.some(({ id, domains }) => id === target.organization && domains.some(({ name }) => name === target.domain));

  function show(editor: vscode.TextEditor | undefined): void {
    if (editor?.document.languageId !== languageId || editor.document.uri.toString() === plan?.toString()) return;
    plan = editor.document.uri;
    results.clear();
    stale.clear();
    lastRun = undefined;
    picked = undefined;
    organizations = [];
    isRead = false;
    changes.fire();
    refreshSoon();
  }

  context.subscriptions.push(
    changes,
    { dispose: () => clearTimeout(timer) },
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() !== plan?.toString()) return;
      for (const each of results.keys()) stale.add(each);
      refreshSoon();
    }),
    partner.onChange(() => {
      for (const each of results.keys()) stale.add(each);
      changes.fire();
    }),
    server.onCheckEvent(({ uri, runId: of, event }) => {
      if (of !== runId || uri !== plan?.toString()) return;
      if (event.kind === 'started') runningChecks.add(key(event, event.check));
      else {
        const at = key(event.result, event.result.check);
        runningChecks.delete(at);
        stale.delete(at);
        results.set(at, event.result);
      }
      changes.fire();
    }),
  );
  show(vscode.window.activeTextEditor);

  return {
    get plan() {
      return plan;
    },
    get checks() {
      return checks;
    },
    get isRead() {
      return isRead;
    },
    get organizations() {
      return organizations;
    },
    get target() {
      return picked;
    },
    get isRunning() {
      return runId !== undefined;
    },
    get lastRun() {
      return lastRun;
    },
    onChange: changes.event,
    state: (target, check) => {
      const at = key(target, check);
      return { running: runningChecks.has(at), result: results.get(at), stale: stale.has(at) };
    },
    results: () => [...results.values()],
    pick(target) {
      picked = target;
      changes.fire();
    },
    domains: (scope) => organizations.filter(({ id }) => scope === undefined || id === scope.organization).flatMap(({ domains }) => domains.filter(({ name }) => scope?.domain === undefined || name === scope.domain)),
    async run(scope, only) {
      if (plan === undefined || runId !== undefined) return;
      runId = randomUUID();
      changes.fire();
      try {
        await server.runChecks({
          uri: plan.toString(),
          runId,
          ...scope,
          ...(only === undefined ? {} : { only }),
          ...(partner.running === undefined ? {} : { route: partner.running.route }),
        });
      } finally {
        runId = undefined;
        runningChecks.clear();
        lastRun = new Date();
        changes.fire();
      }
    },
    async stop() {
      if (runId !== undefined) await server.stopChecks(runId);
    },
    refresh,
  };
}
