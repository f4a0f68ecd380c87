import * as vscode from 'vscode';
import { languageId } from '../languageServer.ts';

const skeleton = `federationPlan: 1
title: \${1:Our organization and its partner}
organizations:
  \${2:ours}:
    role: partner
    acceptedDomains: [\${3:ours.example}]
`;

/** "New Federation Plan": an untitled plan in the right language, its gaps as tab stops. */
export function registerNewPlan(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('exchangeFederation.newPlan', async () => {
      const document = await vscode.workspace.openTextDocument({ language: languageId });
      const editor = await vscode.window.showTextDocument(document);
      await editor.insertSnippet(new vscode.SnippetString(skeleton));
    }),
  );
}
