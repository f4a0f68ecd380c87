/** A name server or resolver of a world on one loopback port, UDP and TCP. */
import type { Socket } from 'node:net';
import type { Sockets } from '../sockets.ts';
import type { World } from '../world.ts';
import { replyTo, type ServerRole } from './reply.ts';

/** Queries are small; a longer one is not from a resolver. */
const longestQuery = 4096;

/** Resolves to the port. */
export function serveNames(sockets: Sockets, world: World, role: ServerRole): Promise<number> {
  return sockets.listenBoth(
    (socket) => answerStream(socket, world, role),
    (message, answer) => {
      const reply = replyTo(message, world, 'udp', role);
      if (reply) answer(reply);
    },
  );
}

/** DNS over TCP: each message has its length in two bytes before it; several may follow each other (RFC 7766). */
function answerStream(socket: Socket, world: World, role: ServerRole): void {
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
      const reply = replyTo(pending.subarray(2, 2 + length), world, 'tcp', role);
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
