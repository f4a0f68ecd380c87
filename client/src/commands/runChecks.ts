import * as vscode from 'vscode';
import type { ChecksStore, Scope, Target } from '../checks/checksStore.ts';
import type { Row } from '../checks/checksView.ts';
import type { Consent } from '../checks/consent.ts';

/** "Run Federation Checks" (all, or the picked target domain) and "Run Check" on a row of the view. */
export function registerRunChecks(context: vscode.ExtensionContext, store: ChecksStore, consent: Consent): void {
  async function run(scope: Scope | undefined, only?: Parameters<ChecksStore['run']>[1]): Promise<void> {
    // A plan from a stranger could point probes anywhere.
    if (!vscode.workspace.isTrusted) {
      await vscode.window.showWarningMessage('This workspace is not trusted, so no live checks are run from its plans. Trust it first ("Workspaces: Manage Workspace Trust").');
      return;
    }
    await store.refresh();
    if (store.plan === undefined || store.domains(scope).length === 0) {
      await vscode.window.showInformationMessage('There is no domain to check. Open a federation plan in which an organization states "acceptedDomains".');
      return;
    }
    if (!(await consent(store, scope))) return;
    await vscode.window.withProgress({ location: { viewId: 'exchangeFederation.checks' } }, () => store.run(scope, only));
  }

  context.subscriptions.push(
    vscode.commands.registerCommand('exchangeFederation.runChecks', async () => {
      await vscode.commands.executeCommand('exchangeFederation.checks.focus');
      await run(store.target);
    }),
    // The lens above a domain; the plan it stands in is the active one.
    vscode.commands.registerCommand('exchangeFederation.runDomain', async (target: Target) => {
      await vscode.commands.executeCommand('exchangeFederation.checks.focus');
      await run(target);
    }),
    vscode.commands.registerCommand('exchangeFederation.runRow', (row: Row) => {
      if (row.kind === 'organization') return run({ organization: row.id });
      return row.kind === 'domain' ? run(row.target) : run(row.target, [row.check.id]);
    }),
  );
}
