import * as vscode from 'vscode';
import type { ChecksStore, Target } from '../checks/checksStore.ts';

/** "Pick Target Domain": one domain of the plan, or all. */
export function registerPickTarget(context: vscode.ExtensionContext, store: ChecksStore): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('exchangeFederation.pickTarget', async () => {
      await store.refresh();
      const domains = store.organizations.flatMap(({ id, role, domains: own }) =>
        own.map(({ name }): vscode.QuickPickItem & { target: Target | undefined } => ({ label: name, description: role === '' ? id : `${id}, ${role}`, target: { organization: id, domain: name } })),
      );
      const all: vscode.QuickPickItem & { target: Target | undefined } = { label: 'All domains of the plan', target: undefined };
      const picked = await vscode.window.showQuickPick([all, ...domains], { title: 'Target domain of the checks', matchOnDescription: true });
      if (picked !== undefined) store.pick(picked.target);
    }),
  );
}
