import { CodeActionKind, TextDocumentSyncKind, type ClientCapabilities, type Connection, type InitializeResult } from 'vscode-languageserver';
import { createLanguageService } from '../service/index.ts';
import { checkResults } from './checkResults.ts';
import { registerChecks } from './checks.ts';
import { registerCmdlets } from './cmdlets.ts';
import { registerCodeActions } from './codeActions.ts';
import { registerCodeLenses } from './codeLenses.ts';
import { completionTriggers, registerCompletion } from './completion.ts';
import { registerDefinition } from './definition.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { registerDocumentHighlights } from './documentHighlights.ts';
import { registerDocumentLinks } from './documentLinks.ts';
import { registerDocumentSymbols } from './documentSymbols.ts';
import type { Environment } from './environment.ts';
import { registerFoldingRanges } from './foldingRanges.ts';
import { registerFormatting } from './formatting.ts';
import { helpPages } from './helpPages.ts';
import { registerHover } from './hover.ts';
import { registerInlayHints } from './inlayHints.ts';
import { registerLinkedEditing } from './linkedEditing.ts';
import { openPlans } from './openPlans.ts';
import { registerPowershellFiles } from './powershellFiles.ts';
import { registerReferences } from './references.ts';
import { registerRename } from './rename.ts';
import { registerSelectionRanges } from './selectionRanges.ts';
import { registerSignatureHelp, signatureTriggers } from './signatureHelp.ts';
import { registerSemanticTokens, semanticTokensLegend } from './semanticTokens.ts';
import { settingsSource } from './settings.ts';
import { fixAllKind, repairPdfKind } from './sourceActions.ts';
import { registerWorkspaceSymbols } from './workspaceSymbols.ts';

/** Wires a connection to the service and the checks, one line a feature. The caller listens on the connection. */
export function startLanguageServer(connection: Connection, environment: Environment): void {
  const service = createLanguageService({ catalogueText: environment.catalogueText, toAscii: (name) => environment.toAscii(name) });
  let client: ClientCapabilities = {};
  const settings = settingsSource(connection, () => client.workspace?.configuration === true);
  const plans = openPlans(connection, service, environment);
  const results = checkResults(service);
  const helpPage = helpPages(() => environment.helpPages(), () => client);
  const diagnostics = registerDiagnostics(connection, plans, service, results, settings, helpPage);

  connection.onInitialize((params): InitializeResult => {
    const { capabilities } = params;
    client = capabilities;
    plans.profiles.initialize(params);
    const { pull } = diagnostics.initialize(capabilities);
    return {
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        completionProvider: { triggerCharacters: completionTriggers, resolveProvider: true },
        hoverProvider: true,
        signatureHelpProvider: { triggerCharacters: signatureTriggers },
        // Plans do not depend on each other; when a profile file has changed the client is asked to pull again.
        ...(pull ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {}),
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind, repairPdfKind] },
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: capabilities.textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
        documentSymbolProvider: true,
        workspaceSymbolProvider: true,
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        documentLinkProvider: { resolveProvider: false },
        semanticTokensProvider: { legend: semanticTokensLegend, full: true },
        inlayHintProvider: true,
        codeLensProvider: { resolveProvider: false },
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
        linkedEditingRangeProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'Exchange Federation' },
    };
  });
  const powershellFiles = registerPowershellFiles(connection, settings, () => client);
  connection.onInitialized(() => {
    powershellFiles.start().catch((error: unknown) => connection.console.error(`PowerShell files: ${String(error)}`));
    settings.watch().catch((error: unknown) => connection.console.error(`settings: ${String(error)}`));
    plans.profiles.watch().catch((error: unknown) => connection.console.error(`profiles: ${String(error)}`));
  });
  connection.onShutdown(() => environment.checks.dispose());

  registerCompletion(connection, plans, service, () => client);
  registerHover(connection, plans, service);
  registerSignatureHelp(connection, plans, service);
  registerCodeActions(connection, plans, service, settings, () => client, helpPage);
  registerDefinition(connection, plans, service);
  registerReferences(connection, plans, service);
  registerDocumentHighlights(connection, plans, service);
  registerRename(connection, plans, service);
  registerDocumentSymbols(connection, plans, service);
  registerWorkspaceSymbols(connection, plans, service);
  registerFoldingRanges(connection, plans, service);
  registerSelectionRanges(connection, plans, service);
  registerDocumentLinks(connection, plans, service);
  registerSemanticTokens(connection, plans, service);
  registerInlayHints(connection, plans, service, settings, () => client);
  registerCodeLenses(connection, plans, service, settings, () => client);
  registerFormatting(connection, plans, service);
  registerLinkedEditing(connection, plans, service);
  registerChecks(connection, plans, service, results, settings, environment);
  registerCmdlets(connection, service);
}
