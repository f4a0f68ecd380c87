import { SymbolKind, type Connection, type DocumentSymbol } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OutlineItem } from '../service/features/outline.ts';
import type { LanguageService } from '../service/index.ts';
import type { OpenPlans } from './openPlans.ts';
import { toRange } from './ranges.ts';
import { runSafe } from './runSafe.ts';

/** By the signs that editors draw for them. */
export const symbolKinds: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  group: SymbolKind.Namespace,
  organization: SymbolKind.Class,
  domain: SymbolKind.Field,
  relationship: SymbolKind.Interface,
  step: SymbolKind.Function,
};

/** The outline and the editor's breadcrumbs. */
export function registerDocumentSymbols(connection: Connection, plans: OpenPlans, service: LanguageService): void {
  connection.onDocumentSymbol((params, token) =>
    runSafe(connection, 'document symbols', [], token, () => {
      const open = plans.read(params.textDocument.uri);
      return open === undefined ? [] : service.outline(open.plan).map((item) => toSymbol(open.document, item));
    }),
  );
}

function toSymbol(document: TextDocument, { kind, name, detail, range, selection, children }: OutlineItem): DocumentSymbol {
  return {
    name,
    detail,
    kind: symbolKinds[kind],
    range: toRange(document, range),
    selectionRange: toRange(document, selection),
    children: children.map((child) => toSymbol(document, child)),
  };
}
