import * as vscode from 'vscode';
import { settingsSection } from '../../server/src/protocol/settings.ts';
import { languageId, profileLanguageId, type LanguageServer } from './languageServer.ts';

/**
 * Starts the server with the extension; where a PowerShell file alone has woken it, only once the user wants help in such files or opens a
 * plan. Who writes other scripts pays for no process.
 */
export async function startServer(context: vscode.ExtensionContext, server: LanguageServer): Promise<void> {
  const isOurs = (document: vscode.TextDocument): boolean => document.languageId === languageId || document.languageId === profileLanguageId;
  const documents = vscode.workspace.textDocuments;
  const isWanted = (): boolean => vscode.workspace.getConfiguration(settingsSection).get('powershellFiles.enable') === true;
  if (isWanted() || documents.some(isOurs) || !documents.some((document) => document.languageId === 'powershell')) {
    await server.start();
    return;
  }
  // Starting twice is starting once.
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument((document) => (isOurs(document) ? server.start() : undefined)),
    vscode.workspace.onDidChangeConfiguration((change) => (change.affectsConfiguration(settingsSection) && isWanted() ? server.start() : undefined)),
  );
}
