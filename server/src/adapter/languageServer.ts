import { CodeActionKind, TextDocumentSyncKind, type Connection, type InitializeResult } from 'vscode-languageserver';
import { createLanguageService } from '../service/index.ts';
import { checkResults } from './checkResults.ts';
import { registerChecks } from './checks.ts';
import { registerCmdlets } from './cmdlets.ts';
import { registerCodeActions } from './codeActions.ts';
import { registerCompletion } from './completion.ts';
import { registerDiagnostics } from './diagnostics.ts';
import type { Environment } from './environment.ts';
import { registerHover } from './hover.ts';
import { openPlans } from './openPlans.ts';
import { settingsSource } from './settings.ts';

/** Wires a connection to the service and the checks, one line a feature. The caller listens on the connection. */
export function startLanguageServer(connection: Connection, environment: Environment): void {
  const service = createLanguageService({ catalogueText: environment.catalogueText, toAscii: (name) => environment.toAscii(name) });
  let canAskSettings = false;
  const settings = settingsSource(connection, () => canAskSettings);
  const plans = openPlans(connection, service);
  const results = checkResults(service);
  const diagnostics = registerDiagnostics(connection, plans, service, results, settings);

  connection.onInitialize(({ capabilities }): InitializeResult => {
    canAskSettings = capabilities.workspace?.configuration === true;
    const { pull } = diagnostics.initialize(capabilities);
    return {
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        completionProvider: { triggerCharacters: ['-', ' ', ':', ','], resolveProvider: false },
        hoverProvider: true,
        // Plans do not depend on each other.
        ...(pull ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {}),
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      },
      serverInfo: { name: 'Exchange Federation' },
    };
  });
  connection.onInitialized(() => void settings.watch().catch((error: unknown) => connection.console.error(`settings: ${String(error)}`)));
  connection.onShutdown(() => environment.checks.dispose());

  registerCompletion(connection, plans, service);
  registerHover(connection, plans, service);
  registerCodeActions(connection, plans, service, settings);
  registerChecks(connection, plans, service, results, settings, environment);
  registerCmdlets(connection, service);
}
