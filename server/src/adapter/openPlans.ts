import { TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService, ReadPlan } from '../service/index.ts';

/** The open plans, each read once per version. */
export interface OpenPlans {
  readonly documents: TextDocuments<TextDocument>;
  /** The plan as it is now; undefined where it is not open. */
  read(uri: string): { readonly document: TextDocument; readonly plan: ReadPlan } | undefined;
}

export function openPlans(connection: Connection, service: LanguageService): OpenPlans {
  const documents = new TextDocuments(TextDocument);
  const cache = new Map<string, { version: number; plan: ReadPlan }>();
  documents.onDidClose(({ document }) => cache.delete(document.uri));
  documents.listen(connection);
  return {
    documents,
    read(uri) {
      const document = documents.get(uri);
      if (document === undefined) return undefined;
      const known = cache.get(uri);
      if (known?.version === document.version) return { document, plan: known.plan };
      const plan = service.read(document.getText(), known?.plan);
      cache.set(uri, { version: document.version, plan });
      return { document, plan };
    },
  };
}
