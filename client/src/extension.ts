import type * as vscode from 'vscode';
import { checksStore } from './checks/checksStore.ts';
import { registerChecksView } from './checks/checksView.ts';
import { consent } from './checks/consent.ts';
import { registerEvidence } from './checks/evidenceDocument.ts';
import { registerCopyPartnerQuestions } from './commands/copyPartnerQuestions.ts';
import { registerInsertCmdlet } from './commands/insertCmdlet.ts';
import { registerNewPlan } from './commands/newPlan.ts';
import { registerPickTarget } from './commands/pickTarget.ts';
import { registerRepairPdf } from './commands/repairPdf.ts';
import { registerRestartServer } from './commands/restartServer.ts';
import { registerRunChecks } from './commands/runChecks.ts';
import { registerShowLog } from './commands/showLog.ts';
import { registerStartPracticePartner } from './commands/startPracticePartner.ts';
import { registerStopChecks } from './commands/stopChecks.ts';
import { registerStopPracticePartner } from './commands/stopPracticePartner.ts';
import { languageServer } from './languageServer.ts';
import { registerPlainYamlHint } from './plainYamlHint.ts';
import { practicePartner } from './practicePartner.ts';
import { startServer } from './startServer.ts';

/** The extension's table of contents. Nothing here waits for a network, and nothing is dialled. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const server = languageServer(context);
  const partner = practicePartner(context);
  const store = checksStore(context, server, partner);

  registerChecksView(context, store, partner);
  registerEvidence(context, store);
  registerRunChecks(context, store, consent(context, partner), server);
  registerStopChecks(context, store);
  registerPickTarget(context, store);
  registerCopyPartnerQuestions(context, store);
  registerStartPracticePartner(context, partner);
  registerStopPracticePartner(context, partner);
  registerInsertCmdlet(context, server);
  registerNewPlan(context);
  registerRestartServer(context, server);
  registerShowLog(context, server);
  registerRepairPdf(context);
  registerPlainYamlHint(context);

  await startServer(context, server);
}
