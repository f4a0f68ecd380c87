import * as vscode from 'vscode';
import { languageId } from './languageServer.ts';

const dismissed = 'exchangeFederation.plainYamlHintDismissed';

/** A plan that another extension or a setting opens as plain YAML seems dead: say so once, and offer the way out. */
export function registerPlainYamlHint(context: vscode.ExtensionContext): void {
  const told = new Set<string>();

  async function look(document: vscode.TextDocument): Promise<void> {
    const isPlan = /\.fedplan\.ya?ml$/i.test(document.uri.path);
    if (!isPlan || document.languageId !== 'yaml' || told.has(document.uri.toString()) || context.globalState.get<boolean>(dismissed) === true) return;
    told.add(document.uri.toString());
    const change = 'Change Language';
    const never = 'Don’t Show Again';
    const choice = await vscode.window.showInformationMessage('This federation plan is opened as YAML, so it is neither checked nor completed.', change, never);
    if (choice === change) await vscode.languages.setTextDocumentLanguage(document, languageId);
    if (choice === never) await context.globalState.update(dismissed, true);
  }

  context.subscriptions.push(vscode.workspace.onDidOpenTextDocument((document) => void look(document)));
  for (const document of vscode.workspace.textDocuments) void look(document);
}
