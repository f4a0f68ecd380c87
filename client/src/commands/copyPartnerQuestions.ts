import * as vscode from 'vscode';
import type { ChecksStore } from '../checks/checksStore.ts';
import type { Target } from '../checks/planChecks.ts';

/** "Copy Questions to the Partner" on a domain of the view: what no check can see, with the cmdlets whose output tells it, ready to be sent. */
export function registerCopyPartnerQuestions(context: vscode.ExtensionContext, store: ChecksStore): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('exchangeFederation.copyPartnerQuestions', async (row: { readonly target: Target }) => {
      const text = store.plan?.partnerQuestions ?? '';
      if (text === '') return;
      await vscode.env.clipboard.writeText(text.replaceAll('{domain}', row.target.domain));
      vscode.window.setStatusBarMessage(`The questions to "${row.target.domain}" are on the clipboard.`, 5_000);
    }),
  );
}
