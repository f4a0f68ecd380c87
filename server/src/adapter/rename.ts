import { LSPErrorCodes, ResponseError, type Connection, type PrepareRenameResult, type WorkspaceEdit } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import type { OpenPlans } from './openPlans.ts';
import { toRange, toTextEdit } from './ranges.ts';
import { runSafe } from './runSafe.ts';

/** What cannot be renamed is refused with a sentence, which the editor shows at the cursor. */
export function registerRename(connection: Connection, plans: OpenPlans, service: LanguageService): void {
  connection.onPrepareRename((params, token) =>
    runSafe<PrepareRenameResult | ResponseError<undefined> | null>(connection, 'prepare rename', null, token, () => {
      const open = plans.read(params.textDocument.uri);
      const start = open === undefined ? undefined : service.renameStart(open.plan, open.document.offsetAt(params.position));
      if (open === undefined || start === undefined) return null;
      return 'refused' in start ? refusal(start.refused) : { range: toRange(open.document, start.range), placeholder: start.text };
    }),
  );

  connection.onRenameRequest((params, token) =>
    runSafe<WorkspaceEdit | ResponseError<undefined> | null>(connection, 'rename', null, token, () => {
      const open = plans.read(params.textDocument.uri);
      if (open === undefined) return null;
      const { document, plan } = open;
      const edits = service.rename(plan, document.offsetAt(params.position), params.newName);
      if ('refused' in edits) return refusal(edits.refused);
      return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: edits.map((edit) => toTextEdit(document, edit)) }] };
    }),
  );
}

function refusal(message: string): ResponseError<undefined> {
  return new ResponseError<undefined>(LSPErrorCodes.RequestFailed, message);
}
