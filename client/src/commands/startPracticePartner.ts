import * as vscode from 'vscode';
import type { PracticePartner } from '../practicePartner.ts';

/** "Start Practice Partner": picks a scenario, starts it, and opens its example plan. An argument names the scenario without asking. */
export function registerStartPracticePartner(context: vscode.ExtensionContext, partner: PracticePartner): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('exchangeFederation.startPracticePartner', async (wanted?: unknown) => {
      const scenarios = await partner.scenarios();
      const scenario =
        scenarios.find(({ name }) => name === wanted) ??
        (await vscode.window.showQuickPick(scenarios.map((each) => ({ ...each, label: each.name, description: each.title })), { title: 'What shall the practice partner answer?', matchOnDescription: true }));
      if (scenario === undefined) return;
      try {
        await vscode.window.withProgress({ location: { viewId: 'exchangeFederation.checks' } }, () => partner.start(scenario.name));
      } catch (error) {
        await vscode.window.showErrorMessage((error as Error).message);
        return;
      }
      await vscode.window.showTextDocument(await planOf(context, scenario.plan));
    }),
  );
}

/** The scenario's plan in the workspace, where it has it; else the one that ships with the extension. */
async function planOf(context: vscode.ExtensionContext, plan: string): Promise<vscode.Uri> {
  const shipped = vscode.Uri.joinPath(context.extensionUri, 'examples', plan);
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    for (const candidate of [vscode.Uri.joinPath(folder.uri, plan), vscode.Uri.joinPath(folder.uri, 'examples', plan)]) {
      const exists = await vscode.workspace.fs.stat(candidate).then(
        () => true,
        () => false,
      );
      if (exists) return candidate;
    }
  }
  return shipped;
}
