import {
  CompletionItemKind, CompletionItemTag, InsertTextFormat, InsertTextMode, MarkupKind, type ClientCapabilities, type CompletionItem, type CompletionList, type Connection,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService } from '../service/index.ts';
import type { CompletionEntry } from '../service/features/completionEntry.ts';
import type { Topic } from '../service/powershell/topic.ts';
import type { OpenPlans } from './openPlans.ts';
import { toRange } from './ranges.ts';
import { runSafe } from './runSafe.ts';

const kinds: Readonly<Record<CompletionEntry['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  entry: CompletionItemKind.Snippet,
  cmdlet: CompletionItemKind.Function,
  parameter: CompletionItemKind.Field,
  variable: CompletionItemKind.Variable,
};

/** What a completion may begin behind, besides letters. */
export const completionTriggers = ['-', ' ', ':', ',', '$'];

/** The client asks again with each letter when there are more: no list is long enough to make typing wait. */
const mostItems = 400;

export function registerCompletion(connection: Connection, plans: OpenPlans, service: LanguageService, client: () => ClientCapabilities): void {
  connection.onCompletion((params, token) =>
    runSafe<CompletionItem[] | CompletionList>(connection, 'completion', [], token, () => {
      const { uri } = params.textDocument;
      const open = plans.read(uri);
      const powershell = plans.powershellFile(uri);
      const document = open?.document ?? powershell ?? plans.profileDocument(uri);
      if (document === undefined) return [];
      const offset = document.offsetAt(params.position);
      const all = open !== undefined ? service.complete(open.plan, offset) : service[powershell === undefined ? 'completeProfile' : 'completePowershellFile'](document.getText(), offset);
      const entries = all.length > mostItems ? foremost(all, document.getText().slice(all[0]?.range.start, offset)) : all;
      const defaults = client().textDocument?.completion?.completionList?.itemDefaults ?? [];
      const list = listOf(document, entries, new Set(defaults));
      return all.length > mostItems ? { ...list, isIncomplete: true } : list.itemDefaults === undefined ? list.items : list;
    }),
  );
  connection.onCompletionResolve((item, token) =>
    runSafe<CompletionItem>(connection, 'completion', item, token, () => {
      const topic = item.data as Topic | undefined;
      return topic === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value: service.explain(topic) } };
    }),
  );
}

/** Those that begin as was typed, then those that an editor ranks first. */
function foremost(entries: readonly CompletionEntry[], typed: string): CompletionEntry[] {
  const begins = ({ label }: CompletionEntry): number => (label.toLowerCase().startsWith(typed.toLowerCase()) ? 0 : 1);
  return [...entries].sort((a, b) => begins(a) - begins(b) || (a.sortText < b.sortText ? -1 : 1)).slice(0, mostItems);
}

/** What all items have in common is said once, where the client knows how to read that. */
function listOf(document: TextDocument, entries: readonly CompletionEntry[], defaults: ReadonlySet<string>): CompletionList {
  const [first] = entries;
  const shared = first !== undefined && defaults.has('editRange') && entries.every(({ range }) => range.start === first.range.start && range.end === first.range.end);
  const sharedMode = defaults.has('insertTextMode');
  const items = entries.map((entry): CompletionItem => {
    const documentation = entry.documentation === '' ? {} : { documentation: { kind: MarkupKind.Markdown, value: entry.documentation } };
    const text = shared ? (entry.newText === entry.label ? {} : { textEditText: entry.newText }) : { textEdit: { range: toRange(document, entry.range), newText: entry.newText } };
    return {
      label: entry.label,
      kind: kinds[entry.kind],
      ...(entry.detail === '' ? {} : { labelDetails: { description: entry.detail } }),
      ...documentation,
      // The word at the cursor may begin with a dash, which the editor's own idea of a word leaves out.
      ...(entry.filterText === undefined && shared ? {} : { filterText: entry.filterText ?? entry.label }),
      sortText: entry.sortText,
      ...(entry.isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : shared ? {} : { insertTextFormat: InsertTextFormat.PlainText }),
      ...(sharedMode ? {} : { insertTextMode: InsertTextMode.asIs }),
      ...text,
      ...(entry.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
      ...(entry.topic === undefined ? {} : { data: entry.topic }),
    };
  });
  const mode = sharedMode ? { insertTextMode: InsertTextMode.asIs } : {};
  const range = shared ? { editRange: toRange(document, first.range) } : {};
  const itemDefaults = { ...mode, ...range };
  return { isIncomplete: false, items, ...(Object.keys(itemDefaults).length > 0 ? { itemDefaults } : {}) };
}
