// A process of its own: TLS hosts on loopback behind a link with a fixed round trip, and the DNS that leads to them.
// node delayedHosts.mjs ROUND_TRIP_MS KEY_FILE CHAIN_FILE; prints `{"port":…,"replayPort":…,"dns":…}` and serves until its input ends.
import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { createServer as createLink, connect } from 'node:net';
import { createServer as createTls, DEFAULT_CIPHERS } from 'node:tls';
import dnsPacket from 'dns-packet';

const [roundTrip, keyFile, chainFile] = [Number(process.argv[2]), process.argv[3], process.argv[4]];
const listen = (server) => new Promise((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () => resolve(server.address().port)));

// All four versions, so that each hello gets its ServerHello; OpenSSL serves the old ones at level 0 only.
const tls = createTls({ key: readFileSync(keyFile), cert: readFileSync(chainFile), minVersion: 'TLSv1', ciphers: `${DEFAULT_CIPHERS}:@SECLEVEL=0` }, (socket) => socket.on('error', () => undefined).end());
tls.on('tlsClientError', () => undefined);
const tlsPort = await listen(tls);

/** Passes bytes on after half a round trip, in their order. */
function delayed(from, to, first) {
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

// The system accepts on loopback at once, so the round trip of the TCP handshake is added to the client's first bytes.
const link = createLink({ allowHalfOpen: true, noDelay: true }, (client) => {
  const server = connect({ port: tlsPort, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
  delayed(client, server, roundTrip);
  delayed(server, client, 0);
});

// The first connection of each version is answered by the server, all later ones by what it said then: no cryptography, so that what is
// measured is the client.
const said = new Map();
const replay = createLink({ noDelay: true }, (client) => {
  client.on('error', () => undefined).once('data', (hello) => {
    const version = hello.includes(Buffer.from([0, 0x2b, 0, 3, 2, 3, 4])) ? 0x304 : hello.readUInt16BE(9);
    const known = said.get(version);
    if (known !== undefined) {
      client.write(known);
      return;
    }
    const server = connect({ port: tlsPort, host: '127.0.0.1' }, () => server.write(hello));
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
});

// hN.hosts.example has the documentation address 2001:db8::N; nothing else is there.
const dns = createSocket('udp4');
dns.on('message', (message, { port, address }) => {
  const { id, questions = [] } = dnsPacket.decode(message);
  const number = /^h(\d+)\.hosts\.example$/.exec(questions[0]?.name ?? '')?.[1];
  const answers = number !== undefined && questions[0].type === 'AAAA' ? [{ type: 'AAAA', name: questions[0].name, ttl: 60, data: `2001:db8::${Number(number).toString(16)}` }] : [];
  dns.send(dnsPacket.encode({ type: 'response', id, flags: dnsPacket.RECURSION_AVAILABLE, questions, answers }), port, address);
});
await new Promise((resolve) => dns.bind(0, '127.0.0.1', resolve));
console.log(JSON.stringify({ port: await listen(link), replayPort: await listen(replay), dns: dns.address().port }));
process.stdin.resume().on('end', () => process.exit(0));
