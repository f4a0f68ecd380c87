import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';

/** "Insert Exchange Cmdlet": picks from the catalogue and inserts the call with its mandatory parameters as tab stops. */
export function registerInsertCmdlet(context: vscode.ExtensionContext, server: LanguageServer): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('exchangeFederation.insertCmdlet', async (wanted?: unknown) => {
      const editor = vscode.window.activeTextEditor;
      if (editor === undefined) {
        await vscode.window.showInformationMessage('There is no editor to insert a cmdlet into. Open a plan and put the cursor where the call belongs.');
        return;
      }
      const name = typeof wanted === 'string' ? wanted : await pick(server);
      const call = name === undefined ? null : await server.cmdletSnippet(name);
      if (call !== null) await editor.insertSnippet(new vscode.SnippetString(call.snippet));
    }),
  );
}

async function pick(server: LanguageServer): Promise<string | undefined> {
  const names = await server.cmdletNames();
  const items = (federation: boolean): vscode.QuickPickItem[] => names.filter((each) => each.federation === federation).map(({ name, versions }) => ({ label: name, description: versions }));
  const separator = (label: string): vscode.QuickPickItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const picked = await vscode.window.showQuickPick([separator('Federation'), ...items(true), separator('All of Exchange'), ...items(false)], { title: 'Insert which Exchange cmdlet?' });
  return picked?.label;
}
