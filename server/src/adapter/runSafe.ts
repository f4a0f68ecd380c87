import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';

/**
 * Answers a request. What the editor has cancelled meanwhile is answered as cancelled; an error is logged and answered with
 * the empty value, so that one broken feature leaves the others working.
 */
export async function runSafe<T>(connection: Connection, name: string, empty: T, token: CancellationToken, answer: () => T | Promise<T>): Promise<T | ResponseError<never>> {
  // Yielding once lets a cancellation or a newer text that is already on the wire come first.
  await new Promise<void>((resolve) => void setImmediate(resolve));
  if (token.isCancellationRequested) return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  try {
    return await answer();
  } catch (error) {
    connection.console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return empty;
  }
}
