import * as vscode from 'vscode';

/** "Repair PDF Damage": what pasting from a PDF has broken in the plan, as one edit to review. */
export function registerRepairPdf(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('exchangeFederation.repairPdf', () => vscode.commands.executeCommand('editor.action.sourceAction', { kind: 'source.repairPdf.fedplan', apply: 'first' })),
  );
}
