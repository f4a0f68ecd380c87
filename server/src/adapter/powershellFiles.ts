import {
  BulkRegistration, CodeActionKind, CodeActionRequest, CompletionRequest, DidChangeTextDocumentNotification, DidCloseTextDocumentNotification, DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest, HoverRequest, SignatureHelpRequest, TextDocumentSyncKind, type BulkUnregistration, type ClientCapabilities, type Connection,
} from 'vscode-languageserver';
import { completionTriggers } from './completion.ts';
import type { SettingsSource } from './settings.ts';
import { signatureTriggers } from './signatureHelp.ts';

export const powershellLanguageId = 'powershell';

/** Asks the client for PowerShell files while the user's setting says so. A client that cannot be asked at run time has none. */
export function registerPowershellFiles(connection: Connection, settings: SettingsSource, client: () => ClientCapabilities): { start(): Promise<void> } {
  let registered: Promise<BulkUnregistration> | undefined;

  async function follow(): Promise<void> {
    const { textDocument } = client();
    if (textDocument?.synchronization?.dynamicRegistration !== true) return;
    const { powershellFiles } = await settings.read('');
    if (powershellFiles.enable) registered ??= connection.client.register(registration(textDocument.diagnostic !== undefined));
    else if (registered !== undefined) {
      const before = registered;
      registered = undefined;
      (await before).dispose();
    }
  }

  const attempt = (): void => void follow().catch((error: unknown) => connection.console.error(`PowerShell files: ${String(error)}`));
  settings.onChange(attempt);
  return { start: follow };
}

function registration(pull: boolean): BulkRegistration {
  const documentSelector = [{ language: powershellLanguageId }];
  const bulk = BulkRegistration.create();
  bulk.add(DidOpenTextDocumentNotification.type, { documentSelector });
  bulk.add(DidChangeTextDocumentNotification.type, { documentSelector, syncKind: TextDocumentSyncKind.Incremental });
  bulk.add(DidCloseTextDocumentNotification.type, { documentSelector });
  bulk.add(CompletionRequest.type, { documentSelector, triggerCharacters: completionTriggers, resolveProvider: true });
  bulk.add(HoverRequest.type, { documentSelector });
  bulk.add(SignatureHelpRequest.type, { documentSelector, triggerCharacters: signatureTriggers });
  bulk.add(CodeActionRequest.type, { documentSelector, codeActionKinds: [CodeActionKind.QuickFix] });
  if (pull) bulk.add(DocumentDiagnosticRequest.type, { documentSelector, interFileDependencies: false, workspaceDiagnostics: false });
  return bulk;
}
