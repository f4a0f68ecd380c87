import type { AnnotatedTextEdit, ChangeAnnotation, ClientCapabilities, CodeAction, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../service/finding.ts';
import type { LanguageService, ReadPlan } from '../service/index.ts';
import { toTextEdit } from './ranges.ts';

export const fixAllKind = 'source.fixAll.fedplan';
export const repairPdfKind = 'source.repairPdf.fedplan';

/** Actions on the whole plan; made only for a client that asks for their kind, since they read all of it. */
export function sourceActions(document: TextDocument, plan: ReadPlan, findings: readonly Finding[], only: readonly string[], service: LanguageService, client: ClientCapabilities): CodeAction[] {
  const isWanted = (kind: string): boolean => only.some((each) => kind === each || kind.startsWith(`${each}.`));
  return [...(isWanted(fixAllKind) ? fixAll(document, service.fixAll(plan, findings)) : []), ...(isWanted(repairPdfKind) ? repair(document, plan, service, client) : [])];
}

function fixAll(document: TextDocument, edits: readonly Parameters<typeof toTextEdit>[1][]): CodeAction[] {
  if (edits.length === 0) return [];
  return [{ title: 'Fix all that is certain', kind: fixAllKind, edit: { documentChanges: [changeOf(document, edits.map((edit) => toTextEdit(document, edit)))] } }];
}

/** Each kind of damage is an annotation of its own, so that the user can look through it and leave one out. */
function repair(document: TextDocument, plan: ReadPlan, service: LanguageService, client: ClientCapabilities): CodeAction[] {
  const repairs = service.repairPdf(plan);
  if (repairs.length === 0) return [];
  const canAnnotate = client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
  const edits = repairs.flatMap(({ kind, edits: own }) => own.map((edit): TextEdit | AnnotatedTextEdit => (canAnnotate ? { ...toTextEdit(document, edit), annotationId: kind } : toTextEdit(document, edit))));
  const changeAnnotations = Object.fromEntries(
    repairs.map(({ kind, title, edits: own }): [string, ChangeAnnotation] => [kind, { label: title, description: `${own.length} ${own.length === 1 ? 'place' : 'places'}`, needsConfirmation: true }]),
  );
  return [{ title: 'Repair what copying from a PDF has damaged', kind: repairPdfKind, edit: { documentChanges: [changeOf(document, edits)], ...(canAnnotate ? { changeAnnotations } : {}) } }];
}

function changeOf(document: TextDocument, edits: (TextEdit | AnnotatedTextEdit)[]): { textDocument: { uri: string; version: number }; edits: (TextEdit | AnnotatedTextEdit)[] } {
  return { textDocument: { uri: document.uri, version: document.version }, edits };
}
