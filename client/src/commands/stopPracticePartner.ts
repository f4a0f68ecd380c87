import * as vscode from 'vscode';
import type { PracticePartner } from '../practicePartner.ts';

export function registerStopPracticePartner(context: vscode.ExtensionContext, partner: PracticePartner): void {
  context.subscriptions.push(vscode.commands.registerCommand('exchangeFederation.stopPracticePartner', () => partner.stop()));
}
