/**
 * HTTP/1.1 by undici. Each request has an agent of its own: it dials the address that the engine chose, keeps no connection for the
 * next, and is destroyed at the end. The process-wide dispatcher is neither set nor used.
 */
import type { Socket } from 'node:net';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { Agent, type buildConnector, type Dispatcher, errors } from 'undici';
import type { Failure, HttpAnswer, HttpPort, HttpRequest, Probe } from '../checks/ports.ts';
import { addressFamily } from '../checks/wire/address.ts';
import { codeOf, type Connections, failureOf } from './connection.ts';
import { refusal, schemesOf } from './proxyTunnel.ts';
import { certificateErrorOf, secured } from './tlsConnection.ts';
import type { TrustStore } from './trustStore.ts';

const mostBytes = 262_144;
const mostHeaderBytes = 32_768;
/**
 * On the wire, where the parser above counts neither status lines, nor empty lines before them, nor interim answers, nor what stands
 * around chunks; small chunks take several times the room of what is in them.
 */
const mostBytesBeforeAnswer = 262_144;
const wireBytesPerByte = 8;

/** Carries a failed connection through undici, which only knows errors. */
class ConnectionFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

export function createHttpPort(connections: Connections, trust: () => TrustStore): HttpPort {
  return {
    async request(request, probe) {
      const started = performance.now();
      const result = await ask(connections, trust, request, probe);
      return { ...result, via: connections.via(request.to), elapsedMs: Math.round(performance.now() - started) };
    },
  };
}

async function ask(
  connections: Connections,
  trust: () => TrustStore,
  request: HttpRequest,
  probe: Probe & { readonly connectTimeoutMs: number },
): Promise<HttpAnswer | Failure> {
  if (probe.signal.aborted) return { kind: 'failure', reason: 'cancelled', code: '' };
  const controller = new AbortController();
  let why: Why = 'cancelled';
  const cancelled = (): void => controller.abort();
  const timer = setTimeout(() => {
    why = 'timeout';
    controller.abort();
  }, probe.timeoutMs);
  probe.signal.addEventListener('abort', cancelled);
  let headersCame = false;
  const received = (bytes: number): void => {
    if (bytes <= mostBytesBeforeAnswer + (headersCame ? wireBytesPerByte * (request.mostBytes ?? mostBytes) : 0)) return;
    why = 'limit';
    controller.abort();
  };
  const connector = connectorTo(connections, trust, request, { signal: controller.signal, timeoutMs: probe.connectTimeoutMs }, received);
  const agent = new Agent({
    connect: connector.connect,
    pipelining: 0,
    allowH2: false,
    maxHeaderSize: mostHeaderBytes,
    // The timer above ends the whole of it; undici's own would only cut slow answers into another error.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  try {
    const host = addressFamily(request.host) === 6 ? `[${request.host}]` : request.host;
    const origin = `${request.secure ? 'https' : 'http'}://${host}:${request.to.port}`;
    const proxy = request.secure ? undefined : connections.plainProxy(request.to);
    const answer = await agent.request({
      origin,
      // A proxy wants the whole address (RFC 9112 §3.2.2).
      path: proxy === undefined ? request.path : `http://${host}${request.to.port === 80 ? '' : `:${request.to.port}`}${request.path}`,
      method: request.method,
      headers: proxy?.authorization === undefined ? request.headers : { ...request.headers, 'proxy-authorization': proxy.authorization },
      signal: controller.signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    headersCame = true;
    // Whose page it is cannot be told, and a proxy's must not pass for the other side's.
    if (proxy !== undefined && answer.statusCode >= 400) {
      const schemes = schemesOf([answer.headers['proxy-authenticate'] ?? []].flat());
      return { kind: 'failure', reason: 'proxy', code: refusal(answer.statusCode, request.host, schemes) };
    }
    const error = connector.certificateError();
    return { ...(await read(answer, request.mostBytes)), ...(error === undefined ? {} : { certificateError: error, systemStoreRead: trust().anchors.systemStoreRead }) };
  } catch (error) {
    const failure = failed(error, controller.signal, { why, headersCame });
    return headersCame && (failure.reason === 'closed' || failure.reason === 'reset') ? { ...failure, code: 'mid-answer' } : failure;
  } finally {
    clearTimeout(timer);
    probe.signal.removeEventListener('abort', cancelled);
    connector.destroy();
    await agent.destroy();
  }
}

interface Connector {
  readonly connect: buildConnector.connector;
  certificateError(): string | undefined;
  destroy(): void;
}

/** Dials the given address whatever the URL's host; the server name stays the host. `received` hears how much has come after the handshake. */
function connectorTo(connections: Connections, trust: () => TrustStore, request: HttpRequest, probe: Probe, received: (bytes: number) => void): Connector {
  let open: Socket | undefined;
  let certificateError: string | undefined;
  const dial = async (): Promise<Socket | Failure> => {
    if (!request.secure) return connections.openPlain(request.to, probe);
    const socket = await connections.open(request.to, probe);
    if ('kind' in socket) return socket;
    const secure = await secured(socket, request.host, trust(), probe);
    if (!('kind' in secure)) certificateError = certificateErrorOf(secure);
    return secure;
  };
  return {
    connect: (_options, callback) => {
      dial().then(
        (socket) => {
          if ('kind' in socket) {
            callback(new ConnectionFailed(socket), null);
            return;
          }
          open = socket;
          const before = socket.bytesRead;
          socket.on('readable', () => received(socket.bytesRead - before));
          callback(null, socket);
        },
        (error: unknown) => callback(new ConnectionFailed(failureOf(error)), null),
      );
    },
    certificateError: () => certificateError,
    destroy: () => open?.destroy(),
  };
}

async function read(answer: Dispatcher.ResponseData, wantedBytes: number | undefined): Promise<HttpAnswer> {
  const pieces: Buffer[] = [];
  const most = wantedBytes ?? mostBytes;
  let length = 0;
  for await (const piece of answer.body as AsyncIterable<Buffer>) {
    pieces.push(piece.subarray(0, most - length));
    length += piece.length;
    if (length >= most) break;
  }
  const headers = new Map(
    Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), typeof value === 'string' ? [value] : (value ?? [])]),
  );
  const whole = Buffer.concat(pieces);
  const text = (body: Buffer): string => textOf(body, headers.get('content-type')?.[0] ?? '');
  const decoded = decode(wantedBytes === undefined ? whole : Buffer.alloc(0), headers.get('content-encoding')?.[0] ?? '', text);
  return {
    kind: 'http',
    status: answer.statusCode,
    statusText: answer.statusText,
    headers,
    body: decoded.text,
    ...(wantedBytes === undefined ? {} : { bytes: whole }),
    truncated: length >= most || decoded.truncated,
    ...(headers.has('content-length') || headers.has('transfer-encoding') ? {} : { openEnded: true as const }),
    ...(decoded.undecoded === undefined ? {} : { undecoded: decoded.undecoded }),
  };
}

type Decoder = (body: Buffer, options: { readonly maxOutputLength: number }) => Buffer;

/** `deflate` is written with and without zlib's frame (RFC 9110 §8.4.1.2), so both are tried. */
const decoders: ReadonlyMap<string, readonly Decoder[]> = new Map([
  ['gzip', [gunzipSync]],
  ['x-gzip', [gunzipSync]],
  ['deflate', [inflateSync, inflateRawSync]],
  ['br', [brotliDecompressSync]],
]);

/** Some servers compress though nobody asked; the size limit holds for what comes out as well. */
function decode(
  body: Buffer,
  header: string,
  textOf: (body: Buffer) => string,
): { readonly text: string; readonly truncated: boolean; readonly undecoded?: string } {
  const encoding = header.trim().toLowerCase();
  if (encoding === '' || encoding === 'identity' || body.length === 0) return { text: textOf(body), truncated: false };
  for (const decoder of decoders.get(encoding) ?? []) {
    try {
      return { text: textOf(decoder(body, { maxOutputLength: mostBytes })), truncated: false };
    } catch (error) {
      if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') return { text: '', truncated: true };
    }
  }
  return { text: '', truncated: false, undecoded: encoding.slice(0, 80) };
}

/** XML may come in UTF-16, told by its first bytes (XML 1.0, appendix F), or in what the header names; UTF-8 where neither says otherwise. */
function textOf(body: Buffer, contentType: string): string {
  const start = body.subarray(0, 4).toString('hex');
  const utf16 = start.startsWith('fffe') || start === '3c003f00' ? 'utf-16le' : start.startsWith('feff') || start === '003c003f' ? 'utf-16be' : undefined;
  const named = /;\s*charset=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? 'utf-8';
  for (const encoding of [...(utf16 === undefined ? [] : [utf16]), named]) {
    try {
      return new TextDecoder(encoding).decode(body);
    } catch {
      continue;
    }
  }
  return new TextDecoder().decode(body);
}

type Why = 'cancelled' | 'timeout' | 'limit';

function failed(error: unknown, signal: AbortSignal, { why, headersCame }: { readonly why: Why; readonly headersCame: boolean }): Failure {
  if (signal.aborted) {
    const code = `${mostBytesBeforeAnswer / 1024} KB before its answer began`;
    return { kind: 'failure', reason: why, code: why !== 'limit' ? '' : headersCame ? 'far more than the body' : code };
  }
  if (error instanceof ConnectionFailed) return error.failure;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : '';
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') {
    return { kind: 'failure', reason: 'limit', code: `${mostHeaderBytes / 1024} KB of headers` };
  }
  // Only what does not begin as HTTP does is none; a strict parser also stops at mistakes that others overlook.
  if (error instanceof errors.HTTPParserError && /Expected HTTP\/|Invalid word/.test(message)) return { kind: 'failure', reason: 'nonsense', code: 'not HTTP' };
  if (error instanceof errors.HTTPParserError) return { kind: 'failure', reason: 'malformed', code: /\((.*)\)$/.exec(message)?.[1]?.slice(0, 60) ?? '' };
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return { kind: 'failure', reason: 'malformed', code: 'lengths that contradict each other' };
  // undici's words for HTTP 100 and 101, for which nobody asked, and for an answer before the question.
  if (code === 'UND_ERR_SOCKET' && message.startsWith('bad ')) return { kind: 'failure', reason: 'malformed', code: 'an answer to something that was not asked' };
  if (code === 'UND_ERR_SOCKET') return { kind: 'failure', reason: 'closed', code: '' };
  return failureOf(error);
}
