// A process of its own: TLS hosts on loopback behind a link with a fixed round trip, and the DNS that leads to them.
// node delayedHosts.mjs ROUND_TRIP_MS TLS_PORT; prints `{"port":…,"replayPort":…,"dns":…}`, after each line of its input the CPU time that
// it has used so far in ms, and ends with its input.
import { createSocket } from 'node:dgram';
import { createInterface } from 'node:readline';
import dnsPacket from 'dns-packet';
import { delayedTcp, delayedUdp, replayedTls } from './delayedLink.mjs';

const [roundTrip, tlsPort] = process.argv.slice(2).map(Number);

// hN.hosts.example has the documentation address 2001:db8::N; nothing else is there.
const dns = createSocket('udp4');
dns.on('message', (message, { port, address }) => {
  const { id, questions = [] } = dnsPacket.decode(message);
  const number = /^h(\d+)\.hosts\.example$/.exec(questions[0]?.name ?? '')?.[1];
  const answers = number !== undefined && questions[0].type === 'AAAA' ? [{ type: 'AAAA', name: questions[0].name, ttl: 60, data: `2001:db8::${Number(number).toString(16)}` }] : [];
  dns.send(dnsPacket.encode({ type: 'response', id, flags: dnsPacket.RECURSION_AVAILABLE, questions, answers }), port, address);
});
await new Promise((resolve) => dns.bind(0, '127.0.0.1', resolve));
const names = dns.address().port;
console.log(JSON.stringify({ port: await delayedTcp(roundTrip, tlsPort), replayPort: await replayedTls(tlsPort), dns: roundTrip === 0 ? names : await delayedUdp(roundTrip, names) }));
createInterface({ input: process.stdin })
  .on('line', () => {
    const { user, system } = process.cpuUsage();
    console.log(JSON.stringify((user + system) / 1_000));
  })
  .on('close', () => process.exit(0));
