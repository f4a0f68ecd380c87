import { domainToASCII } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import { startLanguageServer } from '../adapter/languageServer.ts';
import { cmdletCatalogueText, helpPages } from './dataFiles.ts';
import { environmentProxy } from './environmentProxy.ts';
import { environmentRoute } from './environmentRoute.ts';
import { forkedChecks } from './forkedChecks.ts';
import { profileFiles } from './profileFiles.ts';

/** Serves a connection over what the command line names: `--node-ipc`, `--stdio`, `--socket=…`. */
export function serve(): void {
  // What a key stroke leaves behind would otherwise be collected only when there is as much of it as there is of use. A V8 that no longer knows the
  // flag says so on standard error and goes on.
  setFlagsFromString('--heap-growing-percent=60');
  const connection: Connection = createConnection(ProposedFeatures.all);
  startLanguageServer(connection, {
    catalogueText: cmdletCatalogueText(),
    checks: forkedChecks(),
    profileFiles,
    helpPages,
    proxy: () => environmentProxy(process.env),
    route: () => environmentRoute(process.env.FEDPLAN_ROUTE),
    toAscii: domainToASCII,
  });
  connection.listen();
}
