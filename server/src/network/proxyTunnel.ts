/** The handshake with a proxy that opens a way to an address (RFC 9110 §9.3.6). What the proxy refuses speaks of the proxy, never of whoever stands behind it. */
import type { Socket } from 'node:net';
import type { Failure, Probe } from '../checks/ports.ts';

const mostHeaderBytes = 16_384;

/**
 * Asks a connected proxy for a way to `target` (`address:port`). The socket then leads there; otherwise it is destroyed. Never rejects.
 *
 * @param authorization value of `Proxy-Authorization`, which no failure repeats
 */
export function openTunnel(socket: Socket, target: string, authorization: string | undefined, probe: Probe): Promise<Socket | Failure> {
  return new Promise((resolve) => {
    let head = Buffer.alloc(0);
    const end = (result: Socket | Failure): void => {
      clearTimeout(timer);
      probe.signal.removeEventListener('abort', cancelled);
      socket.off('readable', read).off('end', closed).off('close', closed).off('error', closed);
      if (result !== socket) socket.destroy();
      resolve(result);
    };
    const failed = (code: string): void => end({ kind: 'failure', reason: 'proxy', code });
    const cancelled = (): void => end({ kind: 'failure', reason: 'cancelled', code: '' });
    const closed = (): void => failed('it closed the connection without an answer');
    const timer = setTimeout(() => failed('it did not answer in time'), Math.max(1, probe.timeoutMs));
    // Not by `data` events: a socket that flows would lose what comes after the answer to whoever takes it over.
    const read = (): void => {
      for (let piece = socket.read() as Buffer | null; piece !== null; piece = socket.read() as Buffer | null) {
        head = Buffer.concat([head, piece]);
        if (head.length > mostHeaderBytes) {
          failed('its answer is longer than these checks read');
          return;
        }
      }
      const text = head.toString('latin1');
      if (text.length >= 8 && !text.startsWith('HTTP/1.')) {
        failed('it does not answer as a proxy does');
        return;
      }
      const over = text.indexOf('\r\n\r\n');
      if (over < 0) return;
      const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |\r)/.exec(text)?.[1] ?? 0);
      if (status < 200 || status > 299) failed(refusal(status, target));
      // Nobody behind it speaks first, and TLS would not see what is already read.
      else if (over + 4 < text.length) failed('it sent more than its answer');
      else end(socket);
    };
    probe.signal.addEventListener('abort', cancelled);
    socket.on('readable', read).on('end', closed).on('close', closed).on('error', closed);
    const credentials = authorization === undefined ? '' : `Proxy-Authorization: ${authorization}\r\n`;
    socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${credentials}\r\n`);
    if (probe.signal.aborted) cancelled();
  });
}

/** What a status says of the proxy. */
export function refusal(status: number, target: string): string {
  if (status === 407) return 'it wants other credentials, or any (HTTP 407)';
  if (status === 403) return `it forbids the way to ${target} (HTTP 403)`;
  if (status >= 502 && status <= 504) return `it found no way to ${target} (HTTP ${status})`;
  return status === 0 ? 'it does not answer as a proxy does' : `it answers HTTP ${status}`;
}
