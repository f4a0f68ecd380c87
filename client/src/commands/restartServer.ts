import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';

export function registerRestartServer(context: vscode.ExtensionContext, server: LanguageServer): void {
  context.subscriptions.push(vscode.commands.registerCommand('exchangeFederation.restartServer', () => server.restart()));
}
