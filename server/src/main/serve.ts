import { domainToASCII } from 'node:url';
import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import { startLanguageServer } from '../adapter/languageServer.ts';
import { cmdletCatalogueText, helpPages } from './dataFiles.ts';
import { environmentProxy } from './environmentProxy.ts';
import { environmentRoute } from './environmentRoute.ts';
import { forkedChecks } from './forkedChecks.ts';
import { profileFiles } from './profileFiles.ts';

/** Serves a connection over what the command line names: `--node-ipc`, `--stdio`, `--socket=…`. */
export function serve(): void {
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
