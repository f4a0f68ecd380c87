import * as vscode from 'vscode';
import type { CheckId } from '../../../server/src/protocol/checks.ts';
import type { ChecksStore } from '../checks/checksStore.ts';
import type { Row } from '../checks/checksView.ts';
import type { Consent } from '../checks/consent.ts';
import type { Scope, Target } from '../checks/planChecks.ts';
import type { LanguageServer } from '../languageServer.ts';

/** "Run Federation Checks" (all, or the picked target domain), "Run Check" on a row of the view, and the lens above a domain. */
export function registerRunChecks(context: vscode.ExtensionContext, store: ChecksStore, consent: Consent, server: LanguageServer): void {
  let isAsking = false;

  async function run(scope: Scope | undefined, only?: readonly CheckId[]): Promise<void> {
    // A plan from a stranger could point probes anywhere.
    if (!vscode.workspace.isTrusted) {
      await vscode.window.showWarningMessage('This workspace is not trusted, so no live checks are run from its plans. Trust it first ("Workspaces: Manage Workspace Trust").');
      return;
    }
    // One question at a time.
    if (isAsking) return;
    isAsking = true;
    try {
      const { plan } = store;
      if (plan !== undefined) await store.refresh(plan);
      if (plan === undefined || plan.domains(scope).length === 0) {
        void vscode.window.showInformationMessage('There is no domain to check. Open a federation plan in which an organization states "acceptedDomains".');
        return;
      }
      const agreed = await consent(store, plan, scope);
      if (agreed === undefined) return;
      const running = vscode.window.withProgress({ location: { viewId: 'exchangeFederation.checks' } }, () => store.run(agreed, only));
      isAsking = false;
      await running;
    } catch (error) {
      const showLog = 'Show Log';
      const choice = await vscode.window.showErrorMessage(`The checks could not be run: ${(error as Error).message}`, showLog);
      if (choice === showLog) server.log.show();
    } finally {
      isAsking = false;
    }
  }

  context.subscriptions.push(
    vscode.commands.registerCommand('exchangeFederation.runChecks', async () => {
      await vscode.commands.executeCommand('exchangeFederation.checks.focus');
      await run(store.plan?.target);
    }),
    // The lens above a domain.
    vscode.commands.registerCommand('exchangeFederation.runDomain', async ({ uri, organization, domain }: Target & { readonly uri: string }) => {
      await vscode.window.showTextDocument(vscode.Uri.parse(uri));
      await vscode.commands.executeCommand('exchangeFederation.checks.focus');
      await run({ organization, domain });
    }),
    // Without a row, as by a key binding, it is all of them.
    vscode.commands.registerCommand('exchangeFederation.runRow', (row: Row | undefined) => {
      if (row === undefined) return run(store.plan?.target);
      if (row.kind === 'organization') return run({ organization: row.id });
      return row.kind === 'domain' ? run(row.target) : run(row.target, [row.check.id]);
    }),
  );
}
