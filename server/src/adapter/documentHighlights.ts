import { DocumentHighlightKind, type Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import type { OpenPlans } from './openPlans.ts';
import { toRange } from './ranges.ts';
import { runSafe } from './runSafe.ts';

export function registerDocumentHighlights(connection: Connection, plans: OpenPlans, service: LanguageService): void {
  connection.onDocumentHighlight((params, token) =>
    runSafe(connection, 'highlights', null, token, () => {
      const open = plans.read(params.textDocument.uri);
      if (open === undefined) return null;
      const { document, plan } = open;
      const found = service.highlights(plan, document.offsetAt(params.position));
      // Null leaves the editor to its own idea of a word.
      if (found.length === 0) return null;
      return found.map(({ range, isDefinition }) => ({ range: toRange(document, range), kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read }));
    }),
  );
}
