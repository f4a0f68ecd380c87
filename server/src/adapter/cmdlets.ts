import { RequestType, RequestType0, type Connection } from 'vscode-languageserver';
import { cmdletNamesRequest, cmdletSnippetRequest, type CmdletName, type CmdletSnippet, type CmdletSnippetParams } from '../protocol/messages.ts';
import type { LanguageService } from '../service/index.ts';
import { runSafe } from './runSafe.ts';

/** Serves the command "Insert Exchange Cmdlet". */
export function registerCmdlets(connection: Connection, service: LanguageService): void {
  connection.onRequest(new RequestType0<readonly CmdletName[], void>(cmdletNamesRequest), (token) => runSafe(connection, 'cmdlet names', [], token, () => service.cmdletNames()));
  connection.onRequest(new RequestType<CmdletSnippetParams, CmdletSnippet | null, void>(cmdletSnippetRequest), ({ name }, token) =>
    runSafe(connection, 'cmdlet snippet', null, token, () => {
      const snippet = service.cmdletSnippet(name);
      return snippet === undefined ? null : { snippet };
    }),
  );
}
