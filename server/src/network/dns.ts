/** DNS on the wire: UDP with EDNS, TCP where an answer was cut short. The system's own files (hosts) are not asked, on purpose. */
import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { getServers } from 'node:dns';
import { isIP } from 'node:net';
import type { DnsAnswer, DnsPort, DnsQuestion, Endpoint, Failure, Probe, Way } from '../checks/ports.ts';
import { addressAndPort } from '../checks/wire/address.ts';
import type { Route } from '../protocol/route.ts';
import { createConnections, failureOf } from './connection.ts';
import { encodeQuestion, isQuestion, readAnswer } from './dnsMessage.ts';
import { readEndpoint } from './routedAddress.ts';

/** More would only make a dead network slower to report. */
const mostResolvers = 3;

/**
 * @param resolvers `address` or `address:port`; a route's own go before them, the system's are taken where both are empty.
 */
export function createDnsPort(route: Route | undefined, resolvers: readonly string[]): DnsPort {
  const configured = route?.resolvers?.length ? route.resolvers : resolvers;
  const texts = configured.length > 0 ? configured : getServers();
  const servers = texts.flatMap((text) => readEndpoint(text, 53) ?? []).slice(0, mostResolvers);
  const suffix = !route?.resolvers?.length ? '' : route.name === undefined ? ', routed' : `, route ${route.name}`;
  const noServer = texts.length === 0 ? 'no DNS server is configured' : `"${texts[0]?.slice(0, 80) ?? ''}" is not the address of a DNS server`;
  return {
    async query(question, probe) {
      const started = performance.now();
      const way = (server: Endpoint | undefined, transport: string): Way => ({
        via: server === undefined ? 'no resolver' : `resolver ${addressAndPort(server.address, server.port)} (${transport})${suffix}`,
        elapsedMs: Math.round(performance.now() - started),
      });
      if (!isQuestion(question)) return { kind: 'failure', reason: 'error', code: 'not a name that DNS can hold', ...way(servers[0], 'not asked') };
      let last: (DnsAnswer | Failure) & Way = { kind: 'failure', reason: 'error', code: noServer, ...way(undefined, '') };
      for (const [at, server] of servers.entries()) {
        const rest = probe.timeoutMs - (performance.now() - started);
        if (probe.signal.aborted) return { kind: 'failure', reason: 'cancelled', code: '', ...way(server, 'UDP') };
        if (rest <= 0) break;
        // Each server gets its share of what is left, so that a dead first one does not use up all of it.
        const { result, transport } = await askServer(server, question, { signal: probe.signal, timeoutMs: rest / (servers.length - at) });
        last = { ...result, ...way(server, transport) };
        if (result.kind === 'answer' && (result.rcode === 'NOERROR' || result.rcode === 'NXDOMAIN')) return last;
      }
      return last;
    },
  };
}

interface ServerReply {
  readonly result: DnsAnswer | Failure;
  /** By which transport the result came, or did not. */
  readonly transport: 'UDP' | 'TCP';
}

async function askServer(server: Endpoint, question: DnsQuestion, probe: Probe): Promise<ServerReply> {
  const started = performance.now();
  const rest = (): Probe => ({ signal: probe.signal, timeoutMs: Math.max(1, probe.timeoutMs - (performance.now() - started)) });
  const ask = async (edns: boolean): Promise<ServerReply> => {
    const byUdp = await askUdp(server, question, edns, rest());
    if (byUdp !== 'truncated') return { result: byUdp, transport: 'UDP' };
    return { result: await askTcp(server, question, edns, rest()), transport: 'TCP' };
  };
  const reply = await ask(true);
  // RFC 6891 §7: a server that does not know EDNS says so by one of these, and answers the bare question.
  const refusesEdns = reply.result.kind === 'answer' && ['FORMERR', 'NOTIMP', 'BADVERS'].includes(reply.result.rcode);
  return refusesEdns ? ask(false) : reply;
}

function askUdp(server: Endpoint, question: DnsQuestion, edns: boolean, probe: Probe): Promise<DnsAnswer | Failure | 'truncated'> {
  return new Promise((resolve) => {
    const id = randomInt(0x1_0000);
    const packet = encodeQuestion(question, id, edns);
    // Unlike an address that DNS gives, a resolver's may carry a zone (fe80::1%eth0).
    const socket = createSocket(isIP(server.address) === 6 ? 'udp6' : 'udp4');
    const timers: NodeJS.Timeout[] = [];
    let over = false;
    let unreadable: Failure | undefined;
    const end = (result: DnsAnswer | Failure | 'truncated'): void => {
      if (over) return;
      over = true;
      for (const timer of timers) clearTimeout(timer);
      probe.signal.removeEventListener('abort', cancelled);
      socket.close();
      resolve(result);
    };
    const cancelled = (): void => end({ kind: 'failure', reason: 'cancelled', code: '' });
    const send = (): void => {
      if (!over) socket.send(packet, (error) => error && end(failureOf(error)));
    };
    probe.signal.addEventListener('abort', cancelled);
    socket.on('error', (error) => end(failureOf(error)));
    socket.on('message', (message) => {
      const read = readAnswer(message, id, question, 'udp');
      // A wrong id or question is somebody else's answer, or a forged one; so may be what cannot be read: keep listening.
      if (typeof read === 'object' && read.kind === 'failure') unreadable = read;
      else if (read !== undefined) end(read);
    });
    timers.push(setTimeout(() => end(unreadable ?? { kind: 'failure', reason: 'timeout', code: '' }), probe.timeoutMs));
    // Connected, so that the system drops what comes from elsewhere and reports a closed port.
    // The callback is told where the system has no way to the address; the socket then stays unconnected.
    socket.connect(server.port, server.address, (error?: Error) => {
      if (error !== undefined) end(failureOf(error));
      if (over) return;
      send();
      timers.push(setTimeout(send, probe.timeoutMs / 3));
    });
    if (probe.signal.aborted) cancelled();
  });
}

/** The resolver's address is the user's own setting: loopback and private ones are usual there, and no route applies. */
async function askTcp(server: Endpoint, question: DnsQuestion, edns: boolean, probe: Probe): Promise<DnsAnswer | Failure> {
  const socket = await createConnections(undefined, true).open(server, probe);
  if ('kind' in socket) return socket;
  return new Promise((resolve) => {
    const id = randomInt(0x1_0000);
    const packet = encodeQuestion(question, id, edns);
    const prefix = Buffer.alloc(2);
    prefix.writeUInt16BE(packet.length);
    let received = Buffer.alloc(0);
    const end = (result: DnsAnswer | Failure): void => {
      clearTimeout(timer);
      probe.signal.removeEventListener('abort', cancelled);
      socket.destroy();
      resolve(result);
    };
    const cancelled = (): void => end({ kind: 'failure', reason: 'cancelled', code: '' });
    const timer = setTimeout(() => end({ kind: 'failure', reason: 'timeout', code: '' }), probe.timeoutMs);
    probe.signal.addEventListener('abort', cancelled);
    socket.on('data', (piece: Buffer) => {
      // A length prefix of two bytes bounds the whole: 64 KB.
      received = Buffer.concat([received, piece]).subarray(0, 65_537);
      if (received.length < 2 || received.length < 2 + received.readUInt16BE(0)) return;
      const read = readAnswer(received.subarray(2, 2 + received.readUInt16BE(0)), id, question, 'tcp');
      if (read === undefined) end({ kind: 'failure', reason: 'nonsense', code: 'answer to another question' });
      else end(read === 'truncated' ? { kind: 'failure', reason: 'nonsense', code: 'answer cut short, over TCP as well' } : read);
    });
    socket.once('error', (error) => end(failureOf(error)));
    socket.once('close', () => end({ kind: 'failure', reason: 'closed', code: '' }));
    socket.write(Buffer.concat([prefix, packet]));
    if (probe.signal.aborted) cancelled();
  });
}
