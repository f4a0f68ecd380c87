import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import * as dnsPacket from 'dns-packet';
import { createPorts } from '../../server/src/network/index.ts';
import { closedPort, overTcp, probe, udpAndTcpServer, udpServer } from './loopback.ts';

type Records = readonly dnsPacket.Answer[];
const rcode = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 };

/** The answer to a question on the wire. */
function reply(message: Buffer, records: Records, { id, flags = 0, name }: { id?: number; flags?: number; name?: string } = {}): Buffer {
  const query = dnsPacket.decode(message);
  const questions = name === undefined ? query.questions : query.questions?.map((question) => ({ ...question, name }));
  return dnsPacket.encode({ type: 'response', id: id ?? query.id ?? 0, flags, questions: questions ?? [], answers: [...records] });
}

const a = (data: string): dnsPacket.Answer => ({ type: 'A', name: 'mail.a.example', ttl: 60, data });

function dns(port: number | string): ReturnType<typeof createPorts>['dns'] {
  return createPorts({ resolvers: [typeof port === 'string' ? port : `127.0.0.1:${port}`] }).dns;
}

test('an answer over UDP is read, with its resolver, and aliases beside addresses', async (context) => {
  const alias: dnsPacket.Answer = { type: 'CNAME', name: 'autodiscover.a.example', ttl: 30, data: 'mail.a.example' };
  const port = await udpServer(context, (message) => [reply(message, [alias, a('192.0.2.10')])]);
  const answer = await dns(port).query({ name: 'autodiscover.a.example', type: 'A' }, probe());
  assert.ok(answer.kind === 'answer');
  assert.equal(answer.via, `resolver 127.0.0.1:${port} (UDP)`);
  assert.deepEqual(answer.records, [
    { name: 'autodiscover.a.example', type: 'CNAME', value: 'mail.a.example', ttl: 30 },
    { name: 'mail.a.example', type: 'A', value: '192.0.2.10', ttl: 60 },
  ]);
});

test('the question carries EDNS and wants recursion; ids differ', async (context) => {
  const seen: dnsPacket.DecodedPacket[] = [];
  const port = await udpServer(context, (message) => {
    seen.push(dnsPacket.decode(message));
    return [reply(message, [])];
  });
  await Promise.all(Array.from({ length: 8 }, () => dns(port).query({ name: 'a.example', type: 'TXT' }, probe())));
  assert.ok(new Set(seen.map(({ id }) => id)).size > 1);
  for (const packet of seen) {
    assert.equal(packet.flag_rd, true);
    assert.equal(packet.additionals?.[0]?.type, 'OPT');
  }
});

test('strings of one TXT record are joined without anything between them', async (context) => {
  const port = await udpServer(context, (message) => [reply(message, [{ type: 'TXT', name: 'a.example', ttl: 60, data: ['x'.repeat(200), 'yz'] }])]);
  const answer = await dns(port).query({ name: 'a.example', type: 'TXT' }, probe());
  assert.ok(answer.kind === 'answer');
  assert.equal(answer.records[0]?.value, `${'x'.repeat(200)}yz`);
});

test('answers with a wrong id or another question are not taken', async (context) => {
  const port = await udpServer(context, (message) => {
    const query = dnsPacket.decode(message);
    return [
      reply(message, [a('192.0.2.66')], { id: ((query.id ?? 0) + 1) & 0xffff }),
      reply(message, [a('192.0.2.67')], { name: 'evil.example' }),
      Buffer.from('short'),
      message,
      reply(message, [a('192.0.2.10')]),
    ];
  });
  const answer = await dns(port).query({ name: 'mail.a.example', type: 'A' }, probe());
  assert.ok(answer.kind === 'answer');
  assert.deepEqual(
    answer.records.map(({ value }) => value),
    ['192.0.2.10'],
  );
});

test('only wrong answers end in a timeout, not in a verdict', async (context) => {
  const port = await udpServer(context, (message) => [reply(message, [], { id: 1 + ((dnsPacket.decode(message).id ?? 0) % 0xfffe) })]);
  const answer = await dns(port).query({ name: 'mail.a.example', type: 'A' }, probe(150));
  assert.deepEqual([answer.kind, 'reason' in answer && answer.reason], ['failure', 'timeout']);
});

test('a truncated answer is asked again over TCP, also when it comes in one-byte pieces', async (context) => {
  const port = await udpAndTcpServer(
    context,
    (message) => [reply(message, [], { flags: dnsPacket.TRUNCATED_RESPONSE })],
    (socket) => {
      socket.setNoDelay(true);
      socket.once('data', (message: Buffer) => {
        const answer = reply(
          message.subarray(2),
          Array.from({ length: 60 }, (_, at) => a(`192.0.2.${at}`)),
        );
        const prefix = Buffer.alloc(2);
        prefix.writeUInt16BE(answer.length);
        for (const byte of Buffer.concat([prefix, answer])) socket.write(Buffer.from([byte]));
      });
    },
  );
  const answer = await dns(port).query({ name: 'mail.a.example', type: 'A' }, probe());
  assert.ok(answer.kind === 'answer');
  assert.equal(answer.transport, 'tcp');
  assert.equal(answer.records.length, 60);
  assert.match(answer.via, /\(TCP\)/);
});

for (const [name, code] of Object.entries(rcode)) {
  test(`${name} is told by its name`, async (context) => {
    const port = await udpServer(context, (message) => [reply(message, [], { flags: code })]);
    const answer = await dns(port).query({ name: 'a.example', type: 'A' }, probe());
    assert.ok(answer.kind === 'answer');
    assert.equal(answer.rcode, name);
  });
}

test('the next resolver is asked when the first one cannot answer', async (context) => {
  const broken = await udpServer(context, (message) => [reply(message, [], { flags: rcode.SERVFAIL })]);
  const good = await udpServer(context, (message) => [reply(message, [a('192.0.2.10')])]);
  const ports = createPorts({ resolvers: [`127.0.0.1:${await closedPort()}`, `127.0.0.1:${broken}`, `127.0.0.1:${good}`] });
  const answer = await ports.dns.query({ name: 'mail.a.example', type: 'A' }, probe());
  assert.equal(answer.kind, 'answer');
  assert.match(answer.via, new RegExp(`:${good} `));
});

const nonsense: readonly (readonly [string, (message: Buffer) => Buffer])[] = [
  ['a compression loop', (message) => Buffer.concat([header(message, 1), Buffer.from('c00cc00c00010001', 'hex')])],
  ['records that are not there', (message) => Buffer.concat([header(message, 9), message.subarray(12, 40)])],
];
function header(message: Buffer, answers: number): Buffer {
  const start = Buffer.from(message.subarray(0, 12));
  start.writeUInt16BE(0x8180, 2);
  start.writeUInt16BE(answers, 6);
  start.writeUInt16BE(0, 10);
  return start;
}
for (const [name, answer] of nonsense) {
  test(`nonsense is a failure: ${name}`, async (context) => {
    const port = await udpServer(context, (message) => [answer(message)]);
    const result = await dns(port).query({ name: 'mail.a.example', type: 'A' }, probe(1_000));
    assert.deepEqual([result.kind, 'reason' in result && result.reason], ['failure', 'nonsense']);
  });
}

test('an unreadable packet with the right id does not end the wait for the real one', async (context) => {
  const port = await udpServer(context, (message) => [...nonsense.map(([, answer]) => answer(message)), reply(message, [a('192.0.2.10')])]);
  const answer = await dns(port).query({ name: 'mail.a.example', type: 'A' }, probe());
  assert.deepEqual(answer.kind === 'answer' && answer.records.map(({ value }) => value), ['192.0.2.10']);
});

for (const [name, code] of Object.entries({ FORMERR: 1, NOTIMP: 4 })) {
  test(`a resolver that answers EDNS with ${name} is asked without it`, async (context) => {
    const port = await udpServer(context, (message) => {
      const { id = 0, additionals = [] } = dnsPacket.decode(message);
      return [additionals.length > 0 ? dnsPacket.encode({ type: 'response', id, flags: code }) : reply(message, [a('192.0.2.10')])];
    });
    const answer = await dns(port).query({ name: 'mail.a.example', type: 'A' }, probe());
    assert.deepEqual(answer.kind === 'answer' && [answer.rcode, answer.records.length], ['NOERROR', 1]);
  });

  test(`the next resolver is asked after ${name}`, async (context) => {
    const broken = await udpServer(context, (message) => [reply(message, [], { flags: code })]);
    const good = await udpServer(context, (message) => [reply(message, [a('192.0.2.10')])]);
    const ports = createPorts({ resolvers: [`127.0.0.1:${broken}`, `127.0.0.1:${good}`] });
    const answer = await ports.dns.query({ name: 'mail.a.example', type: 'A' }, probe());
    assert.equal(answer.kind === 'answer' && answer.rcode, 'NOERROR');
  });
}

test('the upper bits of a code stand in the EDNS record: BADVERS is no NOERROR', async (context) => {
  const opt = { type: 'OPT', name: '.', udpPayloadSize: 1_232, extendedRcode: 1, ednsVersion: 0, flags: 0, flag_do: false, options: [] } as const;
  const port = await udpServer(context, (message) => {
    const { id = 0, questions = [] } = dnsPacket.decode(message);
    return [dnsPacket.encode({ type: 'response', id, questions, additionals: [{ ...opt, options: [] }] })];
  });
  const answer = await dns(port).query({ name: 'mail.a.example', type: 'A' }, probe());
  assert.equal(answer.kind === 'answer' && answer.rcode, 'BADVERS');
});

for (const resolver of ['255.255.255.255', 'fe80::1', 'fe80::1%nowhere', '[fe80::1%nowhere]:5353']) {
  test(`a resolver that this machine has no way to is a failure: ${resolver}`, async () => {
    const answer = await dns(resolver).query({ name: 'mail.a.example', type: 'A' }, probe(300));
    assert.equal(answer.kind, 'failure');
    assert.match(answer.via, /^resolver .*(255\.255\.255\.255|fe80::1)/);
  });
}

test('a resolver that is named and not an address is told', async () => {
  const answer = await dns('dns.google').query({ name: 'mail.a.example', type: 'A' }, probe());
  assert.match('code' in answer ? answer.code : '', /"dns\.google" is not the address of a DNS server/);
});

/** A server whose UDP side asks for TCP. */
function truncating(context: TestContext, overTcpIs: (message: Buffer) => Buffer): Promise<number> {
  return udpAndTcpServer(
    context,
    (message) => [reply(message, [], { flags: dnsPacket.TRUNCATED_RESPONSE })],
    (socket) => socket.once('data', (message: Buffer) => socket.write(overTcpIs(message))),
  );
}

test('a TXT answer of any number of records is read whole', async (context) => {
  const records = Array.from({ length: 600 }, (_, at) => ({ type: 'TXT', name: 'a.example', ttl: 60, data: `mark-${at}` }) as const);
  const port = await truncating(context, (message) => overTcp(reply(message.subarray(2), records)));
  const answer = await dns(port).query({ name: 'a.example', type: 'TXT' }, probe());
  assert.equal(answer.kind === 'answer' && answer.records.at(-1)?.value, 'mark-599');
});

test('an answer that is cut short over TCP as well is no answer, and was got over TCP', async (context) => {
  const cut = (message: Buffer): Buffer => overTcp(reply(message.subarray(2), [a('192.0.2.10')], { flags: dnsPacket.TRUNCATED_RESPONSE }));
  const port = await truncating(context, cut);
  const answer = await dns(port).query({ name: 'mail.a.example', type: 'A' }, probe());
  assert.match('code' in answer ? answer.code : '', /cut short, over TCP as well/);
  assert.match(answer.via, /\(TCP\)/);
});

test('a TCP way that is closed is named', async (context) => {
  const port = await udpServer(context, (message) => [reply(message, [], { flags: dnsPacket.TRUNCATED_RESPONSE })]);
  const answer = await dns(port).query({ name: 'mail.a.example', type: 'A' }, probe());
  assert.equal('reason' in answer && answer.reason, 'refused');
  assert.match(answer.via, /\(TCP\)/);
});

test('a silent resolver ends with the limit', async (context) => {
  const port = await udpServer(context, () => []);
  const silent = await dns(port).query({ name: 'a.example', type: 'A' }, probe(80));
  assert.deepEqual('reason' in silent && silent.reason, 'timeout');
});

test('a stop ends a question at once, and a later one is not sent', async (context) => {
  const controller = new AbortController();
  let asked = 0;
  const port = await udpServer(context, () => {
    asked++;
    controller.abort();
    return [];
  });
  for (let at = 0; at < 2; at++) {
    const answer = await dns(port).query({ name: 'a.example', type: 'A' }, probe(300_000, controller.signal));
    assert.deepEqual('reason' in answer && answer.reason, 'cancelled');
  }
  assert.equal(asked, 1);
});

test('a name that DNS cannot hold is not sent', async (context) => {
  let asked = 0;
  const port = await udpServer(context, () => (asked++, []));
  for (const name of [`${'a'.repeat(64)}.example`, 'a..example', `${'a.'.repeat(130)}example`, 'a b.example']) {
    assert.equal((await dns(port).query({ name, type: 'A' }, probe(100))).kind, 'failure');
  }
  assert.equal(asked, 0);
});

test('a route’s resolvers go before the configured ones, and its name is shown', async (context) => {
  const port = await udpServer(context, (message) => [reply(message, [a('192.0.2.10')])]);
  const ports = createPorts({ route: { name: 'practice partner', resolvers: [`127.0.0.1:${port}`] }, resolvers: ['127.0.0.1:1'] });
  assert.match((await ports.dns.query({ name: 'mail.a.example', type: 'A' }, probe())).via, /route practice partner/);
  const nameless = createPorts({ route: { resolvers: [`127.0.0.1:${port}`] } });
  assert.match((await nameless.dns.query({ name: 'mail.a.example', type: 'A' }, probe())).via, /, routed$/);
});
