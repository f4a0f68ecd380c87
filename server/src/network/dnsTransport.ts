/** DNS to one server: UDP with EDNS, TCP where an answer was cut short, the bare question where a server does not know EDNS. */
import { randomInt } from 'node:crypto';
import type { DnsAnswer, DnsQuestion, Endpoint, Failure, Probe } from '../checks/ports.ts';
import { createConnections, failureOf } from './connection.ts';
import { encodeQuestion, readAnswer, type QuestionWay } from './dnsMessage.ts';
import { udpSocketTo } from './udpSocket.ts';

export interface ServerReply {
  readonly result: DnsAnswer | Failure;
  /** By which transport the result came, or did not. */
  readonly transport: 'UDP' | 'TCP';
}

/** One question to one server. `recursion`: whether it shall find the answer elsewhere (a resolver), or say what it knows itself. */
export async function askServer(server: Endpoint, question: DnsQuestion, recursion: boolean, probe: Probe): Promise<ServerReply> {
  const started = performance.now();
  const rest = (): Probe => ({ signal: probe.signal, timeoutMs: Math.max(1, probe.timeoutMs - (performance.now() - started)) });
  const ask = async (edns: boolean): Promise<ServerReply> => {
    const byUdp = await askUdp(server, question, { edns, recursion }, rest());
    if (byUdp !== 'truncated') return { result: byUdp, transport: 'UDP' };
    return { result: await askTcp(server, question, { edns, recursion }, rest()), transport: 'TCP' };
  };
  const reply = await ask(true);
  // RFC 6891 §7: a server that does not know EDNS says so by one of these, and answers the bare question.
  const refusesEdns = reply.result.kind === 'answer' && ['FORMERR', 'NOTIMP', 'BADVERS'].includes(reply.result.rcode);
  return refusesEdns ? ask(false) : reply;
}

function askUdp(server: Endpoint, question: DnsQuestion, way: QuestionWay, probe: Probe): Promise<DnsAnswer | Failure | 'truncated'> {
  if (probe.signal.aborted) return Promise.resolve({ kind: 'failure', reason: 'cancelled', code: '' });
  return new Promise((resolve) => {
    const socket = udpSocketTo(server);
    const id = socket.newId();
    const packet = encodeQuestion(question, id, way);
    let timer: NodeJS.Timeout | undefined;
    let unreadable: Failure | undefined;
    const end = (result: DnsAnswer | Failure | 'truncated'): void => {
      clearTimeout(timer);
      probe.signal.removeEventListener('abort', cancelled);
      socket.remove(id);
      resolve(result);
    };
    const cancelled = (): void => end({ kind: 'failure', reason: 'cancelled', code: '' });
    const silent = (): void => end(unreadable ?? { kind: 'failure', reason: 'timeout', code: '' });
    probe.signal.addEventListener('abort', cancelled);
    // A datagram may be lost, so the question goes out a second time after a third of its time.
    timer = setTimeout(() => {
      socket.send(id, packet);
      timer = setTimeout(silent, probe.timeoutMs * (2 / 3));
    }, probe.timeoutMs / 3);
    socket.add(id, {
      ready: () => socket.send(id, packet),
      heard: (message) => {
        const read = readAnswer(message, id, question, 'udp');
        // A wrong id or question is somebody else's answer, or a forged one; so may be what cannot be read: keep listening.
        if (typeof read === 'object' && read.kind === 'failure') unreadable = read;
        else if (read !== undefined) end(read);
      },
      failed: end,
    });
  });
}

/** The address was judged, and led by the route, before: a resolver's is the user's own setting, where loopback and private ones are usual. */
async function askTcp(server: Endpoint, question: DnsQuestion, way: QuestionWay, probe: Probe): Promise<DnsAnswer | Failure> {
  const socket = await createConnections(undefined, true).open(server, probe);
  if ('kind' in socket) return socket;
  return new Promise((resolve) => {
    const id = randomInt(0x1_0000);
    const packet = encodeQuestion(question, id, way);
    const prefix = Buffer.alloc(2);
    prefix.writeUInt16BE(packet.length);
    const pieces: Buffer[] = [];
    let received = 0;
    /** The two bytes that say how long the message is; the whole is bounded by them: 64 KB. */
    let length: number | undefined;
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
      pieces.push(piece);
      received += piece.length;
      if (received < 2) return;
      // Joined once, not for each piece: a message may come byte by byte.
      length ??= Buffer.concat(pieces).readUInt16BE(0);
      if (received < 2 + length) return;
      const read = readAnswer(Buffer.concat(pieces).subarray(2, 2 + length), id, question, 'tcp');
      if (read === undefined) end({ kind: 'failure', reason: 'nonsense', code: 'answer to another question' });
      else end(read === 'truncated' ? { kind: 'failure', reason: 'nonsense', code: 'answer cut short, over TCP as well' } : read);
    });
    socket.once('error', (error) => end(failureOf(error)));
    socket.once('close', () => end({ kind: 'failure', reason: 'closed', code: '' }));
    socket.write(Buffer.concat([prefix, packet]));
    if (probe.signal.aborted) cancelled();
  });
}
