import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import { symbolKinds } from './documentSymbols.ts';
import type { OpenPlans } from './openPlans.ts';
import { toRange } from './ranges.ts';
import { runSafe } from './runSafe.ts';

/** A list longer than this helps nobody. */
const mostSymbols = 500;

/** Over the plans that are open; no file is read for it. */
export function registerWorkspaceSymbols(connection: Connection, plans: OpenPlans, service: LanguageService): void {
  connection.onWorkspaceSymbol(({ query }, token) =>
    runSafe(connection, 'workspace symbols', [], token, () =>
      plans.documents
        .keys()
        .flatMap((uri) => {
          const open = plans.read(uri);
          if (open === undefined) return [];
          const containerName = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
          return service.matchingSymbols(open.plan, query).map(({ kind, name, selection }) => ({
            name,
            kind: symbolKinds[kind],
            location: { uri, range: toRange(open.document, selection) },
            containerName,
          }));
        })
        .slice(0, mostSymbols),
    ),
  );
}
