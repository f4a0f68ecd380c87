import type { ClientCapabilities, Connection, InlayHint } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import type { OpenPlans } from './openPlans.ts';
import { runSafe } from './runSafe.ts';
import type { SettingsSource } from './settings.ts';

/** What a profile fills in, where the user has turned it on. */
export function registerInlayHints(connection: Connection, plans: OpenPlans, service: LanguageService, settings: SettingsSource, client: () => ClientCapabilities): void {
  connection.languages.inlayHint.on((params, token) =>
    runSafe<InlayHint[]>(connection, 'inlay hints', [], token, async () => {
      const { inlayHints } = await settings.read(params.textDocument.uri);
      const open = plans.read(params.textDocument.uri);
      if (open === undefined || !inlayHints.enable) return [];
      const { document, plan } = open;
      const [from, to] = [document.offsetAt(params.range.start), document.offsetAt(params.range.end)];
      return service
        .profileHints(plan)
        .filter(({ offset }) => from <= offset && offset <= to)
        .map(({ offset, label, tooltip }) => ({ position: document.positionAt(offset), label, tooltip, paddingLeft: true }));
    }),
  );
  settings.onChange(() => {
    if (client().workspace?.inlayHint?.refreshSupport === true) connection.languages.inlayHint.refresh().catch((error: unknown) => connection.console.error(`inlay hints: ${String(error)}`));
  });
}
