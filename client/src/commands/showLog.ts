import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';

export function registerShowLog(context: vscode.ExtensionContext, server: LanguageServer): void {
  context.subscriptions.push(vscode.commands.registerCommand('exchangeFederation.showLog', () => server.log.show()));
}
