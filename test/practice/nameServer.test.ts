import assert from 'node:assert/strict';
import test from 'node:test';
import * as dnsPacket from 'dns-packet';
import type { RecordType } from 'dns-packet';
import { replyTo } from '../../practice/src/dns/reply.ts';
import { healthyWorld, battlecalfedProof } from '../../practice/src/healthy.ts';
import type { World } from '../../practice/src/world.ts';

const world: World = {
  ...healthyWorld,
  names: {
    ...healthyWorld.names,
    'loop.battlecalfed1.example': { CNAME: 'loop.battlecalfed1.example' },
    'lost.battlecalfed1.example': { CNAME: 'nowhere.battlecalfed1.example' },
    'away.battlecalfed1.example': { CNAME: 'host.elsewhere.example' },
    'lame.battlecalfed1.example': { fails: 'SERVFAIL' },
    'split.battlecalfed1.example': { TXT: [[battlecalfedProof.slice(0, 40), battlecalfedProof.slice(40)]] },
  },
};
const code = (reply: Buffer): number => reply.readUInt16BE(2) & 0xf;
const query = (name: string, type: RecordType, more: Partial<dnsPacket.Packet> = {}): Buffer =>
  dnsPacket.encode({ type: 'query', id: 7, flags: dnsPacket.RECURSION_DESIRED, questions: [{ name, type }], ...more });
const edns = (ednsVersion: number): Partial<dnsPacket.Packet> => ({
  additionals: [{ type: 'OPT', name: '.', udpPayloadSize: 4096, extendedRcode: 0, ednsVersion, flags: 0, flag_do: false, options: [] }],
});
const answer = (bytes: Buffer, transport: 'udp' | 'tcp' = 'udp'): Buffer => {
  const reply = replyTo(bytes, world, transport);
  assert.ok(reply);
  return reply;
};

const cases: [name: string, type: RecordType, code: number, answers: string[], authority?: string][] = [
  ['autodiscover.battlecalfed1.example', 'A', 0, ['A 192.0.2.10']],
  ['AutoDiscover.BattleCalFed1.example', 'AAAA', 0, ['AAAA 2001:db8:1::10']],
  ['autodiscover.practicemail.example', 'A', 0, ['CNAME mail.practicemail.example', 'A 192.0.2.20']],
  ['autodiscover.practicemail.example', 'CNAME', 0, ['CNAME mail.practicemail.example']],
  ['battlecalfed1.example', 'NS', 0, ['NS ns1.battlecalfed1.example']],
  ['ns1.battlecalfed1.example', 'A', 0, ['A 192.0.2.53']],
  ['autodiscover.battlecalfed1.example', 'TXT', 0, [], 'battlecalfed1.example'],
  ['_tcp.practicemail.example', 'A', 0, [], 'practicemail.example'],
  ['nowhere.battlecalfed1.example', 'A', 3, [], 'battlecalfed1.example'],
  ['lost.battlecalfed1.example', 'A', 3, ['CNAME nowhere.battlecalfed1.example'], 'battlecalfed1.example'],
  ['away.battlecalfed1.example', 'A', 0, ['CNAME host.elsewhere.example']],
  ['loop.battlecalfed1.example', 'A', 2, []],
  ['lame.battlecalfed1.example', 'A', 2, []],
  ['elsewhere.example', 'A', 5, []],
  ['constructor.battlecalfed1.example', 'A', 3, [], 'battlecalfed1.example'],
];
for (const [name, type, expectedCode, expectedAnswers, authority] of cases) {
  test(`${name} ${type} is answered with code ${expectedCode} and ${expectedAnswers.length} records`, () => {
    const reply = answer(query(name, type));
    const packet = dnsPacket.decode(reply);
    assert.equal(code(reply), expectedCode);
    const text = (record: dnsPacket.Answer): string => ('data' in record && typeof record.data === 'string' ? record.data : '');
    const answers = (packet.answers ?? []).map((record) => `${record.type} ${text(record)}`);
    assert.deepEqual(answers, expectedAnswers);
    assert.equal(packet.answers?.[0]?.name, expectedAnswers.length > 0 ? name : undefined);
    const authorities = (packet.authorities ?? []).map((record) => `${record.type} ${record.name}`);
    assert.deepEqual(authorities, authority === undefined ? [] : [`SOA ${authority}`]);
    assert.deepEqual(packet.questions?.map((question) => question.name), [name]);
    assert.equal(packet.id, 7);
  });
}

test('the strings of one TXT record stay apart on the wire', () => {
  const [record] = dnsPacket.decode(answer(query('split.battlecalfed1.example', 'TXT'))).answers ?? [];
  assert.ok(record?.type === 'TXT' && Array.isArray(record.data));
  assert.equal(record.data.length, 2);
  assert.equal(record.data.map(String).join(''), battlecalfedProof);
});

test('an answer too long for UDP comes truncated and empty, and whole by TCP', () => {
  const asked = query('practicemail.example', 'TXT', edns(0));
  const short = dnsPacket.decode(answer(asked));
  assert.equal(short.flag_tc, true);
  assert.deepEqual(short.answers, []);
  assert.equal(short.additionals?.[0]?.type, 'OPT');
  const whole = dnsPacket.decode(answer(asked, 'tcp'));
  assert.equal(whole.flag_tc, false);
  assert.equal(whole.answers?.length, 14);
});

test('a query without EDNS gets a reply without EDNS', () => {
  assert.deepEqual(dnsPacket.decode(answer(query('battlecalfed1.example', 'A'))).additionals, []);
});

test('an EDNS version that nobody knows is answered BADVERS', () => {
  const reply = dnsPacket.decode(answer(query('battlecalfed1.example', 'A', edns(9))));
  const [opt] = reply.additionals ?? [];
  assert.ok(opt?.type === 'OPT');
  assert.equal(opt.extendedRcode, 1);
});

test('replies and fragments get no reply, so that two servers never answer each other', () => {
  assert.equal(replyTo(answer(query('battlecalfed1.example', 'A')), world, 'udp'), undefined);
  assert.equal(replyTo(Buffer.alloc(11), world, 'udp'), undefined);
});

test('no bytes make the name server throw', () => {
  const good = query('autodiscover.battlecalfed1.example', 'A');
  for (let length = 0; length < good.length; length += 1) replyTo(good.subarray(0, length), world, 'udp');
  for (let at = 0; at < good.length; at += 1) {
    for (const value of [0x00, 0x3f, 0xc0, 0xff]) {
      const bent = Buffer.from(good);
      bent[at] = value;
      const reply = replyTo(bent, world, 'udp');
      assert.ok(reply === undefined || reply.length >= 12);
    }
  }
  const twoQuestions = query('battlecalfed1.example', 'A', { questions: [{ name: 'a.example', type: 'A' }, { name: 'b.example', type: 'A' }] });
  assert.equal(code(answer(twoQuestions)), 1);
  const notify = Buffer.from(good);
  notify.writeUInt16BE(4 << 11, 2);
  assert.equal(code(answer(notify)), 4);
});

test('a zone’s own server says so and looks nothing up; a resolver says what it is', () => {
  const asked = query('battlecalfed1.example', 'A');
  const flags = (role: 'nameServer' | 'resolver'): readonly boolean[] => {
    const { flag_aa, flag_ra } = dnsPacket.decode(replyTo(asked, world, 'udp', role) ?? Buffer.alloc(0));
    return [flag_aa, flag_ra];
  };
  assert.deepEqual(flags('nameServer'), [true, false]);
  assert.deepEqual(flags('resolver'), [false, true]);
});
