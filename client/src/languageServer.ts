import * as vscode from 'vscode';
import { LanguageClient, NotificationType, RequestType, TransportKind } from 'vscode-languageclient/node';
import {
  checkEventsNotification,
  checkTargetsRequest,
  cmdletNamesRequest,
  cmdletSnippetRequest,
  runChecksRequest,
  stopChecksNotification,
  type CheckEventsParams,
  type CheckTargets,
  type CheckTargetsParams,
  type CmdletName,
  type CmdletSnippet,
  type CmdletSnippetParams,
  type RunChecksParams,
  type RunChecksResult,
  type StopChecksParams,
} from '../../server/src/protocol/messages.ts';
import type { Route } from '../../server/src/protocol/route.ts';

export const languageId = 'federation-plan';
export const profileLanguageId = 'federation-profile';

/** The language server as the client's parts see it: started once, asked in the protocol's words. */
export interface LanguageServer {
  readonly log: vscode.LogOutputChannel;
  readonly onCheckEvents: vscode.Event<CheckEventsParams>;
  start(): Promise<void>;
  restart(): Promise<void>;
  checkTargets(uri: vscode.Uri, route: Route | undefined): Promise<CheckTargets | null>;
  runChecks(params: RunChecksParams): Promise<RunChecksResult>;
  stopChecks(runId: string): Promise<void>;
  cmdletNames(): Promise<readonly CmdletName[]>;
  cmdletSnippet(name: string): Promise<CmdletSnippet | null>;
}

export function languageServer(context: vscode.ExtensionContext): LanguageServer {
  const log = vscode.window.createOutputChannel('Exchange Federation', { log: true });
  const checkEvents = new vscode.EventEmitter<CheckEventsParams>();
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  // Most of what a key stroke makes is forgotten by the next one; without a limit Node keeps tens of megabytes for it.
  const server = { module, transport: TransportKind.ipc, options: { execArgv: ['--max-semi-space-size=4'] } };
  const client = new LanguageClient('exchangeFederation', 'Exchange Federation', { run: server, debug: server }, { documentSelector: [{ language: languageId }, { language: profileLanguageId }], outputChannel: log });
  client.onNotification(new NotificationType<CheckEventsParams>(checkEventsNotification), (params) => checkEvents.fire(params));
  context.subscriptions.push(log, checkEvents, client);
  return {
    log,
    onCheckEvents: checkEvents.event,
    start: () => client.start(),
    restart: () => client.restart(),
    checkTargets: (uri, route) => client.sendRequest(new RequestType<CheckTargetsParams, CheckTargets | null, void>(checkTargetsRequest), { uri: client.code2ProtocolConverter.asUri(uri), ...(route === undefined ? {} : { route }) }),
    runChecks: (params) => client.sendRequest(new RequestType<RunChecksParams, RunChecksResult, void>(runChecksRequest), params),
    stopChecks: (runId) => client.sendNotification(new NotificationType<StopChecksParams>(stopChecksNotification), { runId }),
    cmdletNames: () => client.sendRequest<readonly CmdletName[]>(cmdletNamesRequest),
    cmdletSnippet: (name) => client.sendRequest(new RequestType<CmdletSnippetParams, CmdletSnippet | null, void>(cmdletSnippetRequest), { name }),
  };
}
