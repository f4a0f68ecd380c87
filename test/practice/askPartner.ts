/** Asks a running practice partner as the network would, by the addresses of its DNS. */
import { request } from 'node:https';
import { request as plainRequest, type IncomingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import type { Route } from '../../server/src/protocol/route.ts';

export const exchangeAddress = '192.0.2.10';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The loopback port behind an address and port of the practice zone. */
export function portBehind(route: Route, endpoint: string): number {
  const there = route.connect?.[endpoint];
  if (there === undefined) throw new Error(`The route does not say where "${endpoint}" is.`);
  return Number(there.split(':').at(-1));
}

export interface Question {
  readonly address?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export function ask(route: Route, url: string, options: Question = {}): Promise<Answer> {
  const { hostname, protocol, pathname, search } = new URL(url);
  const secure = protocol === 'https:';
  const port = portBehind(route, `${options.address ?? exchangeAddress}:${secure ? 443 : 80}`);
  const headers = { Host: hostname, ...options.headers };
  const settings = { host: '127.0.0.1', port, path: `${pathname}${search}`, method: options.method ?? 'GET', headers, agent: false };
  return new Promise((resolve, reject) => {
    const outgoing = secure ? request({ ...settings, servername: hostname, ca: route.ca ?? '' }) : plainRequest(settings);
    outgoing.once('error', reject);
    outgoing.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      const { statusCode: status = 0, headers: received } = response;
      response.once('end', () => resolve({ status, headers: received, body: Buffer.concat(chunks).toString('utf8') }));
    });
    outgoing.end(options.body);
  });
}

/** A raw TCP connection to the loopback port behind an endpoint of the zone. */
export async function dial(route: Route, endpoint: string): Promise<Socket> {
  const socket = connect(portBehind(route, endpoint), '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

export const federationAction = 'http://schemas.microsoft.com/exchange/2010/Autodiscover/Autodiscover/GetFederationInformation';

/** The question as MS-OXWSADISC writes it. */
export function federationQuestion(domain: string, to: string): { method: string; headers: Record<string, string>; body: string } {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: `"${federationAction}"` },
    body: `<?xml version="1.0" encoding="utf-8"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"
            xmlns:a="http://www.w3.org/2005/08/addressing"
            xmlns:e="http://schemas.microsoft.com/exchange/2010/Autodiscover">
  <s:Header>
    <e:RequestedServerVersion>Exchange2010</e:RequestedServerVersion>
    <a:Action s:mustUnderstand="1">${federationAction}</a:Action>
    <a:MessageID>urn:uuid:5e0c8a2a-7a7b-4c7b-9c1e-0b1f6c2f9d11</a:MessageID>
    <a:To s:mustUnderstand="1">${to}</a:To>
  </s:Header>
  <s:Body>
    <e:GetFederationInformationRequestMessage><e:Request><e:Domain>${domain}</e:Domain></e:Request></e:GetFederationInformationRequestMessage>
  </s:Body>
</s:Envelope>`,
  };
}
