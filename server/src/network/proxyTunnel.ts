/** The handshake with a proxy that opens a way to an address (RFC 9110 §9.3.6). What the proxy refuses speaks of the proxy, never of whoever stands behind it. */
import type { Socket } from 'node:net';
import type { Failure, Probe } from '../checks/ports.ts';

const mostHeaderBytes = 16_384;

/** A way that was not opened, and by which status of the proxy; none where it gave no answer that can be read. */
export interface TunnelFailure extends Failure {
  readonly status?: number;
}

/**
 * Asks a connected proxy for a way to `target` (`address:port`). The socket then leads there; otherwise it is destroyed. Never rejects.
 *
 * @param authorization value of `Proxy-Authorization`, which no failure repeats
 */
export function openTunnel(socket: Socket, target: string, authorization: string | undefined, probe: Probe): Promise<Socket | TunnelFailure> {
  return new Promise((resolve) => {
    let head = Buffer.alloc(0);
    const end = (result: Socket | TunnelFailure): void => {
      clearTimeout(timer);
      probe.signal.removeEventListener('abort', cancelled);
      socket.off('readable', read).off('end', closed).off('close', closed).off('error', closed);
      if (result !== socket) socket.destroy();
      resolve(result);
    };
    const failed = (code: string, status?: number): void => end({ kind: 'failure', reason: 'proxy', code, ...(status === undefined ? {} : { status }) });
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
      if (status < 200 || status > 299) failed(refusal(status, target, schemesIn(text.slice(0, over))), status);
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

/** The schemes by which a proxy lets itself be asked, lower case, from the text of its headers. */
function schemesIn(head: string): readonly string[] {
  return schemesOf(Array.from(head.matchAll(/^proxy-authenticate:([^\r\n]*)/gim), (match) => match[1] ?? ''));
}

/** The same from the lines of `Proxy-Authenticate`. A word that an equals sign follows is a parameter. */
export function schemesOf(lines: readonly string[]): readonly string[] {
  return [...new Set(lines.flatMap((line) => Array.from(line.matchAll(/(?:^|,)\s*([A-Za-z][\w-]*)(?=\s+[^\s=]|\s*(?:,|$))/g), (match) => (match[1] ?? '').toLowerCase())))].slice(0, 8);
}

/**
 * What a status says of the proxy.
 *
 * @param schemes by which it wants credentials
 */
export function refusal(status: number, target: string, schemes: readonly string[] = []): string {
  if (status === 407 && schemes.length > 0 && !schemes.includes('basic')) {
    const names = schemes.map((scheme) => properNames[scheme] ?? scheme).join(' or ');
    return (
      `it wants credentials by ${names} (HTTP 407), while these checks know Basic only; name another proxy in the settings, ` +
      'or a forwarder on this machine that signs in to this one (Px, Cntlm), or the partner’s hosts among its exceptions'
    );
  }
  if (status === 407) return 'it wants other credentials, or any (HTTP 407)';
  if (status === 403) return `it forbids the way to ${target} (HTTP 403)`;
  if (status >= 502 && status <= 504) return `it found no way to ${target} (HTTP ${status})`;
  return status === 0 ? 'it does not answer as a proxy does' : `it answers HTTP ${status}`;
}

const properNames: Readonly<Record<string, string>> = { ntlm: 'NTLM', negotiate: 'Negotiate (Kerberos)', kerberos: 'Kerberos', digest: 'Digest', bearer: 'Bearer' };
