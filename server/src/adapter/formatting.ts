import type { Connection, TextEdit } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import type { OpenPlans } from './openPlans.ts';
import { toTextEdit } from './ranges.ts';
import { runSafe } from './runSafe.ts';

/** The editor's own wishes (blanks for a tab, their number) are not asked for: plans have one form. */
export function registerFormatting(connection: Connection, plans: OpenPlans, service: LanguageService): void {
  connection.onDocumentFormatting((params, token) =>
    runSafe<TextEdit[]>(connection, 'formatting', [], token, () => {
      const open = plans.read(params.textDocument.uri);
      return open === undefined ? [] : service.format(open.plan).map((edit) => toTextEdit(open.document, edit));
    }),
  );
  connection.onDocumentOnTypeFormatting((params, token) =>
    runSafe<TextEdit[]>(connection, 'formatting on type', [], token, () => {
      const open = plans.read(params.textDocument.uri);
      return open === undefined ? [] : service.newLineEdits(open.plan, open.document.offsetAt(params.position)).map((edit) => toTextEdit(open.document, edit));
    }),
  );
  connection.onDocumentRangeFormatting((params, token) =>
    runSafe<TextEdit[]>(connection, 'range formatting', [], token, () => {
      const open = plans.read(params.textDocument.uri);
      if (open === undefined) return [];
      const { document, plan } = open;
      const { start, end } = params.range;
      // Whole lines; the next line's first column is no part of a selection that ends there.
      const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
      const within = { start: document.offsetAt({ line: start.line, character: 0 }), end: document.offsetAt({ line: last + 1, character: 0 }) - 1 };
      return service.format(plan, within).map((edit) => toTextEdit(document, edit));
    }),
  );
}
