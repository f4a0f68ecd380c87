/** The name server of a world on one loopback port, UDP and TCP. */
import type { Socket } from 'node:net';
import type { Sockets } from '../sockets.ts';
import type { World } from '../world.ts';
import { replyTo } from './reply.ts';

/** Queries are small; a longer one is not from a resolver. */
const longestQuery = 4096;

/** Resolves to the port. */
export function serveNames(sockets: Sockets, world: World): Promise<number> {
  return sockets.listenBoth(
    (socket) => answerStream(socket, world),
    (message, answer) => {
      const reply = replyTo(message, world, 'udp');
      if (reply) answer(reply);
    },
  );
}

/** DNS over TCP: each message has its length in two bytes before it; several may follow each other (RFC 7766). */
function answerStream(socket: Socket, world: World): void {
  let pending = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= 2) {
      const length = pending.readUInt16BE(0);
      if (length > longestQuery) {
        socket.destroy();
        return;
      }
      if (pending.length < 2 + length) return;
      const reply = replyTo(pending.subarray(2, 2 + length), world, 'tcp');
      pending = pending.subarray(2 + length);
      if (!reply) {
        socket.destroy();
        return;
      }
      const prefix = Buffer.alloc(2);
      prefix.writeUInt16BE(reply.length);
      socket.write(Buffer.concat([prefix, reply]));
    }
  });
}
