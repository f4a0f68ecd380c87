import { CodeLensRefreshRequest, type ClientCapabilities, type CodeLens, type Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import type { OpenPlans } from './openPlans.ts';
import { toRange } from './ranges.ts';
import { runSafe } from './runSafe.ts';
import type { SettingsSource } from './settings.ts';

/** The client's command; its argument names the plan and one domain of one organization. */
const runDomain = 'exchangeFederation.runDomain';

/** "Run checks" above each domain that can be checked, where the client has the command and the user has not turned it off. */
export function registerCodeLenses(connection: Connection, plans: OpenPlans, service: LanguageService, settings: SettingsSource, client: () => ClientCapabilities): void {
  connection.onCodeLens((params, token) =>
    runSafe<CodeLens[]>(connection, 'code lenses', [], token, async () => {
      const { uri } = params.textDocument;
      const { codeLens } = await settings.read(uri);
      const open = plans.read(uri);
      if (open === undefined || !codeLens.runChecks) return [];
      return service.runChecksLenses(open.plan).map(({ range, organization, domain }) => ({
        range: toRange(open.document, range),
        command: { title: `Run checks on ${domain}`, command: runDomain, arguments: [{ uri, organization, domain }] },
      }));
    }),
  );
  settings.onChange(() => {
    if (client().workspace?.codeLens?.refreshSupport === true) connection.sendRequest(CodeLensRefreshRequest.type).catch((error: unknown) => connection.console.error(`code lenses: ${String(error)}`));
  });
}
