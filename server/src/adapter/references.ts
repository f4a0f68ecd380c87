import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import type { OpenPlans } from './openPlans.ts';
import { toRange } from './ranges.ts';
import { runSafe } from './runSafe.ts';

export function registerReferences(connection: Connection, plans: OpenPlans, service: LanguageService): void {
  connection.onReferences((params, token) =>
    runSafe(connection, 'references', [], token, () => {
      const open = plans.read(params.textDocument.uri);
      if (open === undefined) return [];
      const { document, plan } = open;
      return service.references(plan, document.offsetAt(params.position), params.context.includeDeclaration).map((range) => ({ uri: document.uri, range: toRange(document, range) }));
    }),
  );
}
