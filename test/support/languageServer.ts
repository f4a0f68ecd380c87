import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type ClientCapabilities, type Diagnostic, type InitializeResult, type ProtocolConnection, type PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { launcher } from './fedplan.ts';

export interface Session {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  open(name: string, text: string): string;
  change(uri: string, version: number, text: string): void;
  /** The next diagnostics of a plan that fit; those that came before count too. */
  diagnostics(uri: string, fit: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  /** `shutdown` and `exit`; resolves to the exit code. */
  end(): Promise<number | null>;
}

/**
 * Starts `fedplan lsp --stdio` as any editor would, and speaks the protocol with it.
 *
 * @param folders the workspace's, as addresses
 */
export async function languageServer(env: NodeJS.ProcessEnv = {}, capabilities: ClientCapabilities = {}, folders: readonly string[] = []): Promise<Session> {
  const child = spawn(process.execPath, [launcher, 'lsp', '--stdio'], { env: { ...process.env, FEDPLAN_ROUTE: '', ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
  // A test that fails before its end must not leave the server behind.
  after(() => void child.kill());
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const latest = new Map<string, readonly Diagnostic[]>();
  const waiting = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
    latest.set(uri, diagnostics);
    for (const wake of [...waiting]) wake();
  });
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', { processId: process.pid, rootUri: null, capabilities, workspaceFolders: folders.map((uri) => ({ uri, name: uri })) });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    open(name, text) {
      const uri = pathToFileURL(`/plans/${name}`).href;
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'federation-plan', version: 1, text } });
      return uri;
    },
    change: (uri, version, text) => void connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] }),
    diagnostics: (uri, fit) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = latest.get(uri);
          if (found === undefined || !fit(found)) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    async end() {
      await connection.sendRequest('shutdown');
      const exit = once(child, 'exit');
      await connection.sendNotification('exit');
      const [code] = (await exit) as [number | null];
      connection.dispose();
      return code;
    },
  };
}
