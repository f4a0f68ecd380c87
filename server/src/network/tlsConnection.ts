import type { Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import type { Failure, Probe } from '../checks/ports.ts';
import { addressFamily } from '../checks/wire/address.ts';
import { codeOf, failureOf } from './connection.ts';
import type { TrustStore } from './trustStore.ts';

/**
 * TLS over a connected socket, with verification told apart from refusal. On success the TLS socket owns the other one and its owner must
 * destroy it; otherwise both are destroyed. Never rejects.
 *
 * @param staple Is told the stapled OCSP answer, for which the server is then asked.
 */
export function secured(
  socket: Socket,
  host: string,
  trust: Pick<TrustStore, 'context'>,
  probe: Probe,
  staple?: (answer: Buffer | null) => void,
): Promise<TLSSocket | Failure> {
  return new Promise((resolve) => {
    const secure = connect({
      socket,
      host,
      // RFC 6066 has no server name for addresses.
      ...(addressFamily(host) === undefined ? { servername: host } : {}),
      rejectUnauthorized: false,
      // No ALPN, as Exchange has none: a server that names HTTP/2 alone would turn away who asks it for HTTP/1.1.
      secureContext: trust.context,
      ...(staple === undefined ? {} : { requestOCSP: true }),
    });
    if (staple !== undefined) secure.on('OCSPResponse', staple);
    const end = (result: TLSSocket | Failure): void => {
      clearTimeout(timer);
      probe.signal.removeEventListener('abort', cancelled);
      secure.off('secureConnect', succeeded);
      secure.off('close', closed);
      if (result !== secure) {
        secure.destroy();
        socket.destroy();
      }
      resolve(result);
    };
    const cancelled = (): void => end({ kind: 'failure', reason: 'cancelled', code: '' });
    const closed = (): void => end({ kind: 'failure', reason: 'closed', code: '' });
    const succeeded = (): void => end(secure);
    const timer = setTimeout(() => end({ kind: 'failure', reason: 'timeout', code: '' }), probe.timeoutMs);
    probe.signal.addEventListener('abort', cancelled);
    secure.once('secureConnect', succeeded);
    secure.once('close', closed);
    // Stays, so that an error after the end is never unheard; a promise takes its first result only.
    secure.on('error', (error) => end(handshakeFailure(error)));
    if (probe.signal.aborted) cancelled();
  });
}

/** A failed handshake, told apart from a cut connection. */
function handshakeFailure(error: unknown): Failure {
  const failure = failureOf(error);
  return failure.reason === 'error' ? { ...failure, reason: 'handshake' } : failure;
}

/** Why Exchange would not accept the connection, names included. */
export function certificateErrorOf(secure: TLSSocket): string | undefined {
  if (secure.authorized) return undefined;
  const error: unknown = secure.authorizationError;
  return typeof error === 'string' ? error : codeOf(error) || 'not accepted';
}
