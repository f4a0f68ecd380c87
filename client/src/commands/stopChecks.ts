import * as vscode from 'vscode';
import type { ChecksStore } from '../checks/checksStore.ts';

export function registerStopChecks(context: vscode.ExtensionContext, store: ChecksStore): void {
  context.subscriptions.push(vscode.commands.registerCommand('exchangeFederation.stopChecks', () => store.stop()));
}
