// A link with a fixed round trip, for TCP and UDP: what goes in comes out half a round trip later, in its order.
import { createSocket } from 'node:dgram';
import { connect, createServer } from 'node:net';

const listen = (server) => new Promise((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () => resolve(server.address().port)));

/** Passes bytes on after half a round trip. */
function delayed(roundTrip, from, to, first) {
  let extra = first;
  let due = 0;
  const later = (act) => {
    due = Math.max(due, performance.now() + roundTrip / 2 + extra);
    extra = 0;
    if (roundTrip === 0) act();
    else setTimeout(act, due - performance.now());
  };
  from.on('data', (piece) => later(() => to.writable && to.write(piece)));
  from.on('end', () => later(() => to.writable && to.end()));
  from.on('close', () => later(() => to.destroy()));
  from.on('error', () => undefined);
}

/** The port behind which a TCP server lies so far away. The system accepts on loopback at once, so the handshake's round trip is added to the client's first bytes. */
export function delayedTcp(roundTrip, port, host = '127.0.0.1') {
  return listen(createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const server = connect({ port, host, noDelay: true, allowHalfOpen: true });
    delayed(roundTrip, client, server, roundTrip);
    delayed(roundTrip, server, client, 0);
  }));
}

/** The same for UDP: each client has a socket of its own towards the server. */
export async function delayedUdp(roundTrip, port, host = '127.0.0.1') {
  const front = createSocket('udp4');
  const backs = new Map();
  const later = (act) => (roundTrip === 0 ? act() : setTimeout(act, roundTrip / 2));
  front.on('message', (message, client) => {
    let back = backs.get(client.port);
    if (back === undefined) {
      back = createSocket('udp4').on('message', (answer) => later(() => front.send(answer, client.port, client.address))).on('error', () => undefined);
      if (backs.size > 2_000) {
        for (const old of backs.values()) old.close();
        backs.clear();
      }
      backs.set(client.port, back);
    }
    later(() => back.send(message, port, host, () => undefined));
  });
  await new Promise((resolve) => front.bind(0, '127.0.0.1', resolve));
  return front.address().port;
}

/** Answers the first connection of each TLS version by what the server says, all later ones by what it said then: no cryptography, so that what is measured is the client. */
export function replayedTls(port) {
  const said = new Map();
  return listen(createServer({ noDelay: true }, (client) => {
    client.on('error', () => undefined).once('data', (hello) => {
      const version = hello.includes(Buffer.from([0, 0x2b, 0, 3, 2, 3, 4])) ? 0x304 : hello.readUInt16BE(9);
      const known = said.get(version);
      if (known !== undefined) {
        client.write(known);
        return;
      }
      const server = connect({ port, host: '127.0.0.1' }, () => server.write(hello));
      const pieces = [];
      server.on('data', (piece) => {
        pieces.push(piece);
        client.write(piece);
      });
      server.on('error', () => undefined);
      client.once('close', () => {
        said.set(version, Buffer.concat(pieces));
        server.destroy();
      });
    });
  }));
}
