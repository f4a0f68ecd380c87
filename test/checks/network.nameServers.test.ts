import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as dnsPacket from 'dns-packet';
import { createPorts } from '../../server/src/network/index.ts';
import { overTcp, probe, udpAndTcpServer, udpServer } from './loopback.ts';

const at = { address: '192.0.2.53', port: 53 };
const route = (port: number): { readonly route: { readonly name: string; readonly connect: Record<string, string> } } => ({
  route: { name: 'a test', connect: { '192.0.2.53:53': `127.0.0.1:${port}` } },
});

function reply(message: Buffer, more: Partial<dnsPacket.Packet>): Buffer {
  const { id = 0, questions = [] } = dnsPacket.decode(message);
  return dnsPacket.encode({ type: 'response', id, questions, ...more });
}

test('a name server is asked for what it knows itself, where the route leads; its authority is told', async (context) => {
  const seen: dnsPacket.DecodedPacket[] = [];
  const port = await udpServer(context, (message) => {
    seen.push(dnsPacket.decode(message));
    return [reply(message, { flags: dnsPacket.AUTHORITATIVE_ANSWER, answers: [{ type: 'TXT', name: 'a.example', ttl: 60, data: ['one', 'two'] }] })];
  });
  const { dns } = createPorts({ ...route(port), resolvers: ['127.0.0.1:1'] });
  const answer = await dns.query({ name: 'a.example', type: 'TXT', at }, probe());
  assert.ok(answer.kind === 'answer');
  assert.deepEqual([answer.flags, answer.records[0]?.value, seen[0]?.flag_rd], [['AA'], 'onetwo', false]);
  assert.equal(answer.via, 'name server 192.0.2.53:53 (UDP), route a test');
});

test('a name server at a private address is not asked, whatever DNS says; with the permission it is', async () => {
  for (const address of ['127.0.0.1', '10.0.0.1', '::1', '169.254.169.254', '::ffff:127.0.0.1']) {
    const answer = await createPorts({}).dns.query({ name: 'a.example', type: 'TXT', at: { address, port: 53 } }, probe(200));
    assert.deepEqual([answer.kind, 'reason' in answer && answer.reason], ['failure', 'forbidden'], address);
  }
  const allowed = createPorts({ settings: { allowPrivateAddresses: true } });
  const answer = await allowed.dns.query({ name: 'a.example', type: 'TXT', at: { address: '127.0.0.1', port: 1 } }, probe(200));
  assert.notEqual('reason' in answer && answer.reason, 'forbidden');
});

test('a name server’s cut answer is asked for again over TCP, by the same way', async (context) => {
  const seen: dnsPacket.DecodedPacket[] = [];
  const answerTcp = (message: Buffer): Buffer => {
    seen.push(dnsPacket.decode(message));
    return overTcp(reply(message, { flags: dnsPacket.AUTHORITATIVE_ANSWER, answers: [{ type: 'TXT', name: 'a.example', ttl: 60, data: 'x'.repeat(200) }] }));
  };
  const port = await udpAndTcpServer(
    context,
    (message) => [reply(message, { flags: dnsPacket.TRUNCATED_RESPONSE })],
    (socket) => socket.once('data', (message: Buffer) => socket.write(answerTcp(message.subarray(2)))),
  );
  const answer = await createPorts(route(port)).dns.query({ name: 'a.example', type: 'TXT', at }, probe());
  assert.deepEqual([answer.kind === 'answer' && answer.flags, seen[0]?.flag_rd], [['AA'], false]);
  assert.match(answer.via, /192\.0\.2\.53:53 \(TCP\), route a test/);
});

test('records of all kinds are read, as a zone file writes them', async (context) => {
  const common = { name: 'a.example', ttl: 60 };
  const soa = { mname: 'ns1.a.example', rname: 'hostmaster.a.example', serial: 7, refresh: 1, retry: 2, expire: 3, minimum: 90 };
  const records: readonly (readonly [dnsPacket.Answer, string])[] = [
    [{ ...common, type: 'SRV', data: { priority: 1, weight: 2, port: 443, target: 'mail.a.example' } }, '1 2 443 mail.a.example'],
    [{ ...common, type: 'SRV', data: { priority: 0, weight: 0, port: 0, target: '.' } }, '0 0 0 .'],
    [{ ...common, type: 'MX', data: { preference: 10, exchange: 'mail.a.example' } }, '10 mail.a.example'],
    [{ ...common, type: 'MX', data: { preference: 0, exchange: '.' } }, '0 .'],
    [{ ...common, type: 'NS', data: 'ns1.a.example' }, 'ns1.a.example'],
    [{ ...common, type: 'SOA', data: soa }, 'ns1.a.example hostmaster.a.example 7 1 2 3 90'],
  ];
  for (const [record, value] of records) {
    const port = await udpServer(context, (message) => [reply(message, { answers: [record], authorities: [record] })]);
    const answer = await createPorts({ resolvers: [`127.0.0.1:${port}`] }).dns.query({ name: 'a.example', type: record.type as 'NS' }, probe());
    assert.ok(answer.kind === 'answer');
    for (const section of [answer.records, answer.authority]) assert.deepEqual(section, [{ name: 'a.example', type: record.type, value, ttl: 60 }]);
  }
});

test('flags of an answer are told', async (context) => {
  const flags = dnsPacket.RECURSION_AVAILABLE | dnsPacket.AUTHENTIC_DATA | dnsPacket.AUTHORITATIVE_ANSWER;
  const port = await udpServer(context, (message) => [reply(message, { flags })]);
  const answer = await createPorts({ resolvers: [`127.0.0.1:${port}`] }).dns.query({ name: 'a.example', type: 'A' }, probe());
  assert.deepEqual(answer.kind === 'answer' && answer.flags, ['AA', 'RA', 'AD']);
});

test('inner resolvers are a port of their own, the route’s before the configured ones', async (context) => {
  const a = (data: string) => (message: Buffer) => [reply(message, { answers: [{ type: 'A', name: 'a.example', ttl: 60, data }] })];
  const [outside, inside] = [await udpServer(context, a('192.0.2.10')), await udpServer(context, a('10.0.0.5'))];
  assert.equal(createPorts({}).innerDns, undefined);
  for (const options of [
    { resolvers: [`127.0.0.1:${outside}`], innerResolvers: [`127.0.0.1:${inside}`] },
    { resolvers: [`127.0.0.1:${outside}`], innerResolvers: ['127.0.0.1:1'], route: { innerResolvers: [`127.0.0.1:${inside}`] } },
  ]) {
    const ports = createPorts(options);
    const question = { name: 'a.example', type: 'A' } as const;
    const replies = [await ports.dns.query(question, probe()), await ports.innerDns?.query(question, probe())];
    assert.deepEqual(replies.map((each) => (each?.kind === 'answer' ? each.records[0]?.value : each)), ['192.0.2.10', '10.0.0.5']);
  }
});
