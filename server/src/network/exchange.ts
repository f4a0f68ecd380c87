import type { Socket } from 'node:net';
import type { ExchangePort, Probe } from '../checks/ports.ts';
import { type Connections, failureOf } from './connection.ts';

/** A Certificate message of the largest certificates that are worth reading, and what stands around it. */
const mostBytes = 98_304;

/** Sends bytes and collects the answer: the ClientHello and what comes back. */
export function createExchangePort(connections: Connections): ExchangePort {
  return {
    async exchange(to, send, enough, probe) {
      const started = performance.now();
      const socket = await connections.open(to, probe);
      const way = (): { via: string; elapsedMs: number } => ({ via: connections.via(to), elapsedMs: Math.round(performance.now() - started) });
      if ('kind' in socket) return { ...socket, ...way() };
      const rest = Math.max(1, probe.timeoutMs - (performance.now() - started));
      const collected = await collect(socket, send, enough, { signal: probe.signal, timeoutMs: rest });
      return { ...collected, ...way() };
    },
  };
}

type Collected =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly end: 'enough' | 'closed' | 'reset' | 'silent' | 'limit' }
  | { readonly kind: 'failure'; readonly reason: 'cancelled'; readonly code: string };

function collect(socket: Socket, send: Uint8Array, enough: (bytes: Uint8Array) => boolean, probe: Probe): Promise<Collected> {
  return new Promise((resolve) => {
    let bytes = new Uint8Array(4_096);
    let length = 0;
    const settle = (result: Collected): void => {
      clearTimeout(timer);
      probe.signal.removeEventListener('abort', cancelled);
      socket.destroy();
      resolve(result);
    };
    const end = (how: 'enough' | 'closed' | 'reset' | 'silent' | 'limit'): void => settle({ kind: 'bytes', bytes: bytes.slice(0, length), end: how });
    const cancelled = (): void => settle({ kind: 'failure', reason: 'cancelled', code: '' });
    const timer = setTimeout(() => end('silent'), probe.timeoutMs);
    probe.signal.addEventListener('abort', cancelled);
    socket.on('data', (piece: Buffer) => {
      const fits = piece.subarray(0, mostBytes - length);
      if (length + fits.length > bytes.length) {
        const larger = new Uint8Array(Math.min(mostBytes, Math.max(bytes.length * 2, length + fits.length)));
        larger.set(bytes.subarray(0, length));
        bytes = larger;
      }
      bytes.set(fits, length);
      length += fits.length;
      if (enough(bytes.subarray(0, length))) end('enough');
      else if (length === mostBytes) end('limit');
    });
    socket.once('end', () => end('closed'));
    socket.once('close', () => end('closed'));
    socket.once('error', (error) => end(failureOf(error).reason === 'reset' ? 'reset' : 'closed'));
    socket.write(send);
    if (probe.signal.aborted) cancelled();
  });
}
