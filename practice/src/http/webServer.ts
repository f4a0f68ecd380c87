/** Node's HTTP servers in front of a site. They listen on no port of their own: connections are handed to them. */
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type Server as HttpServer,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import { createSecureContext, DEFAULT_CIPHERS, type SecureVersion } from 'node:tls';
import type { AuthorityFiles, ServerCertificate } from '../certificates/authority.ts';
import type { Site, TlsVersion } from '../world.ts';
import { answerAsExchange } from './exchange.ts';
import { answerAsGateway } from './gateway.ts';
import { answerAsFront } from './published.ts';
import type { SiteAnswer, SiteRequest } from './site.ts';
import { answerAsAuthority, answerAsRedirect, answerAsWebSite } from './webSite.ts';

/** A question is a kilobyte or two; a longer body is not from a check. */
const longestBody = 262_144;

/** Answers a host's decrypted requests; speaks those of the versions that are above TLS 1.1. */
export function createSecureServer(site: Site, certificate: ServerCertificate, speaks: readonly TlsVersion[], files: AuthorityFiles): HttpsServer {
  // Of a host that speaks old versions alone no connection ever gets here.
  const newest: SecureVersion = speaks.includes('1.3') ? 'TLSv1.3' : 'TLSv1.2';
  const oldest: SecureVersion = speaks.includes('1.2') ? 'TLSv1.2' : newest;
  const server = createHttpsServer({ ...certificate, ...lenient(certificate), minVersion: oldest, maxVersion: newest }, listener(site, files));
  // A client that refuses the certificate ends the handshake; that is its right.
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  return server;
}

/** OpenSSL refuses to serve short keys and SHA-1 unless it is told otherwise; other libraries know no such levels and serve them. */
function lenient(certificate: ServerCertificate): { ciphers?: string } {
  try {
    createSecureContext(certificate);
    return {};
  } catch {
    return { ciphers: `${DEFAULT_CIPHERS}:@SECLEVEL=0` };
  }
}

/** Answers requests on port 80. Without a site of its own it sends each visitor to https. */
export function createPlainServer(site: Site | undefined, files: AuthorityFiles): HttpServer {
  return createHttpServer(site ? listener(site, files) : sendToHttps);
}

function listener(site: Site, files: AuthorityFiles): RequestListener {
  return (request, response) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= longestBody) chunks.push(chunk);
    });
    request.on('end', () => {
      if (length > longestBody) send(response, { status: 413, headers: { Connection: 'close' }, body: '' });
      else send(response, answer(siteRequest(request, Buffer.concat(chunks).toString('utf8')), site, files));
    });
  };
}

function answer(request: SiteRequest, site: Site, files: AuthorityFiles): SiteAnswer {
  switch (site.kind) {
    case 'exchange':
      return answerAsExchange(request, site);
    case 'web':
      return answerAsWebSite(request, site);
    case 'redirect':
      return answerAsRedirect(request, site);
    case 'published':
      return answerAsFront(request, site.front, (passed) => answerAsExchange(passed, site.behind));
    case 'gateway':
      return answerAsGateway(request, site);
    case 'authority':
      return answerAsAuthority(request, files);
  }
}

function sendToHttps(request: IncomingMessage, response: ServerResponse): void {
  const { host, path } = siteRequest(request, '');
  request.resume();
  send(response, { status: 301, headers: { Location: `https://${host}${path}` }, body: '' });
}

function siteRequest(request: IncomingMessage, body: string): SiteRequest {
  const [path = '/'] = (request.url ?? '/').split('?');
  const host = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
  return { method: request.method ?? 'GET', host, path, headers: request.headers, body };
}

function send(response: ServerResponse, { status, reason, headers, body }: SiteAnswer): void {
  if (reason !== undefined) response.statusMessage = reason;
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, typeof value === 'string' ? value : [...value]);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
}
