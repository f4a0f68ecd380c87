import * as vscode from 'vscode';
import type { ChecksStore } from '../checks/checksStore.ts';
import type { Target } from '../checks/planChecks.ts';

/** "Pick Target Domain": one domain of the plan, or all. */
export function registerPickTarget(context: vscode.ExtensionContext, store: ChecksStore): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('exchangeFederation.pickTarget', async () => {
      const { plan } = store;
      if (plan === undefined) {
        await vscode.window.showInformationMessage('There is no plan to pick a domain of. Open a federation plan.');
        return;
      }
      await store.refresh(plan);
      const domains = plan.organizations.flatMap(({ id, role, domains: own }) =>
        own.map(({ name }): vscode.QuickPickItem & { target: Target | undefined } => ({ label: name, description: role === '' ? id : `${id}, ${role}`, target: { organization: id, domain: name } })),
      );
      const all: vscode.QuickPickItem & { target: Target | undefined } = { label: 'All domains of the plan', target: undefined };
      const picked = await vscode.window.showQuickPick([all, ...domains], { title: 'Target domain of the checks', matchOnDescription: true });
      if (picked !== undefined) store.pick(plan, picked.target);
    }),
  );
}
