import { CompletionItemKind, CompletionItemTag, InsertTextFormat, InsertTextMode, MarkupKind, type CompletionItem, type Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import type { CompletionEntry } from '../service/features/completionEntry.ts';
import type { OpenPlans } from './openPlans.ts';
import { toTextEdit } from './ranges.ts';
import { runSafe } from './runSafe.ts';

const kinds: Readonly<Record<CompletionEntry['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  entry: CompletionItemKind.Snippet,
  cmdlet: CompletionItemKind.Function,
  parameter: CompletionItemKind.Field,
};

export function registerCompletion(connection: Connection, plans: OpenPlans, service: LanguageService): void {
  connection.onCompletion((params, token) =>
    runSafe(connection, 'completion', [], token, () => {
      const { uri } = params.textDocument;
      const open = plans.read(uri);
      const document = open?.document ?? plans.profileDocument(uri);
      if (document === undefined) return [];
      const offset = document.offsetAt(params.position);
      const entries = open === undefined ? service.completeProfile(document.getText(), offset) : service.complete(open.plan, offset);
      return entries.map(
        (entry): CompletionItem => ({
          label: entry.label,
          kind: kinds[entry.kind],
          ...(entry.detail === '' ? {} : { labelDetails: { description: entry.detail } }),
          documentation: { kind: MarkupKind.Markdown, value: entry.documentation },
          // The word at the cursor may begin with a dash, which the editor's own idea of a word leaves out.
          filterText: entry.filterText ?? entry.label,
          sortText: entry.sortText,
          insertTextFormat: entry.isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
          insertTextMode: InsertTextMode.asIs,
          textEdit: toTextEdit(document, entry),
          ...(entry.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
        }),
      );
    }),
  );
}
