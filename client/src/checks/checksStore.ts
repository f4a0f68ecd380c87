import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { CheckId } from '../../../server/src/protocol/checks.ts';
import type { AgreedDomain } from '../../../server/src/protocol/messages.ts';
import type { Route } from '../../../server/src/protocol/route.ts';
import { languageId, type LanguageServer } from '../languageServer.ts';
import type { PracticePartner } from '../practicePartner.ts';
import { PlanChecks } from './planChecks.ts';

/** A run as the user has agreed to it: this plan, these domains and hosts, this way. */
export interface AgreedRun {
  readonly plan: PlanChecks;
  readonly agreed: readonly AgreedDomain[];
  readonly route: Route | undefined;
}

/** All that is known of live checks. Views read it and listen; no state lives in a view. */
export interface ChecksStore {
  /** The plan that was last in an editor. */
  readonly plan: PlanChecks | undefined;
  readonly onChange: vscode.Event<void>;
  pick(plan: PlanChecks, target: PlanChecks['target']): void;
  run(run: AgreedRun, only?: readonly CheckId[]): Promise<void>;
  stop(): Promise<void>;
  /** Reads a plan's domains again, at once. */
  refresh(plan: PlanChecks): Promise<void>;
}

/** After typing has paused; the tree need not follow each key. */
const pause = 300;

export function checksStore(context: vscode.ExtensionContext, server: LanguageServer, partner: PracticePartner): ChecksStore {
  const changes = new vscode.EventEmitter<void>();
  const plans = new Map<string, PlanChecks>();
  let shown: PlanChecks | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function refresh(plan: PlanChecks): Promise<void> {
    plan.read(await server.checkTargets(plan.uri, partner.running?.route));
    changes.fire();
  }

  function refreshSoon(plan: PlanChecks): void {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(plan).catch((error: unknown) => server.log.error(String(error))), pause);
  }

  function show(editor: vscode.TextEditor | undefined): void {
    if (editor?.document.languageId !== languageId || editor.document.uri.toString() === shown?.uri.toString()) return;
    const uri = editor.document.uri;
    shown = plans.get(uri.toString()) ?? new PlanChecks(uri);
    plans.set(uri.toString(), shown);
    changes.fire();
    refreshSoon(shown);
  }

  context.subscriptions.push(
    changes,
    { dispose: () => clearTimeout(timer) },
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const plan = plans.get(document.uri.toString());
      // Saving comes as a change without any.
      if (plan === undefined || contentChanges.length === 0) return;
      plan.markStale();
      if (plan === shown) refreshSoon(plan);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      plans.delete(uri.toString());
      if (shown?.uri.toString() !== uri.toString()) return;
      shown = undefined;
      changes.fire();
      show(vscode.window.activeTextEditor);
    }),
    partner.onChange(() => {
      for (const plan of plans.values()) plan.markStale();
      changes.fire();
    }),
    server.onCheckEvents(({ uri, runId, events }) => {
      const plan = plans.get(uri);
      if (plan?.runId !== runId) return;
      for (const event of events) plan.follow(event);
      changes.fire();
    }),
  );
  show(vscode.window.activeTextEditor);

  return {
    get plan() {
      return shown;
    },
    onChange: changes.event,
    pick(plan, target) {
      plan.target = target;
      changes.fire();
    },
    async run({ plan, agreed, route }, only) {
      if (plan.runId !== undefined) return;
      const runId = randomUUID();
      plan.runId = runId;
      changes.fire();
      try {
        await server.runChecks({ uri: plan.uri.toString(), runId, agreed, ...(only === undefined ? {} : { only }), ...(route === undefined ? {} : { route }) });
      } finally {
        plan.endRun();
        changes.fire();
      }
    },
    async stop() {
      for (const { runId } of plans.values()) if (runId !== undefined) await server.stopChecks(runId);
    },
    refresh,
  };
}
