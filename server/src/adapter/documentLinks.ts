import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import type { OpenPlans } from './openPlans.ts';
import { toRange } from './ranges.ts';
import { runSafe } from './runSafe.ts';

export function registerDocumentLinks(connection: Connection, plans: OpenPlans, service: LanguageService): void {
  connection.onDocumentLinks((params, token) =>
    runSafe(connection, 'document links', [], token, () => {
      const open = plans.read(params.textDocument.uri);
      return open === undefined ? [] : service.links(open.plan).map(({ range, target }) => ({ range: toRange(open.document, range), target }));
    }),
  );
}
