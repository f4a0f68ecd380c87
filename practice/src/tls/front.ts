/**
 * Stands before each TLS port: reads the ClientHello, answers old versions with canned bytes, and hands everything that
 * needs real cryptography to Node's https server, the bytes read so far included.
 */
import type { Socket } from 'node:net';
import { tlsVersions, type TlsVersion } from '../world.ts';
import { oldServerHello, protocolVersionAlert } from './cannedAnswers.ts';
import { longestHello, readClientHello } from './clientHello.ts';

/** Answers one connection of a host that speaks these versions; `serve` takes connections of those above 1.1. */
export function answerTls(socket: Socket, speaks: readonly TlsVersion[], serve: (socket: Socket) => void): void {
  let received = Buffer.alloc(0);
  const onData = (chunk: Buffer): void => {
    received = Buffer.concat([received, chunk]);
    const hello = readClientHello(received);
    if (hello.kind === 'incomplete' && received.length < longestHello) return;
    socket.off('data', onData);
    if (hello.kind !== 'hello') {
      socket.destroy();
      return;
    }
    const version = tlsVersions.filter((each) => speaks.includes(each) && hello.offered.includes(each)).at(-1);
    if (version === undefined) {
      socket.end(protocolVersionAlert(hello.offered));
    } else if (version === '1.0' || version === '1.1') {
      socket.end(oldServerHello(version));
    } else {
      socket.pause();
      socket.unshift(received);
      serve(socket);
    }
  };
  socket.on('data', onData);
}
