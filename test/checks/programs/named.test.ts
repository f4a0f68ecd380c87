/** A real name server and a real resolver: what our port reads of them is what `dig` reads, and the checks judge it truthfully. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { runChecks } from '../../../server/src/checks/index.ts';
import type { DnsQuestion, DnsType, Ports } from '../../../server/src/checks/ports.ts';
import { createPorts } from '../../../server/src/network/index.ts';
import type { CheckId, CheckResult } from '../../../server/src/protocol/checks.ts';
import { runProgram } from '../../practice/programs/runProgram.ts';
import { subjectOf } from '../fakeWorld.ts';
import { probe } from '../loopback.ts';
import { nameServerAddress, startNamed, type NamedServers } from './namedServer.ts';

const proof = `${'fl2nAbC+'.repeat(10)}12345A==`;
const marks = Array.from({ length: 60 }, (_, at) => `@ IN TXT "mark-${at}-${'x'.repeat(40)}"`);
let servers: NamedServers | undefined;

function portOf(role: 'nameServer' | 'resolver'): string {
  return servers?.[role].split(':').at(-1) ?? '';
}

function ports(): Ports {
  const connect: Record<string, string> = { [`${nameServerAddress}:53`]: servers?.nameServer ?? '' };
  // Behind the addresses of these zones is nobody; what asks there all the same is led to a port that refuses.
  for (const address of ['192.0.2.10', '192.0.2.80', '192.0.2.81', '[2001:db8::10]']) for (const port of [80, 443]) connect[`${address}:${port}`] = '127.0.0.1:1';
  return createPorts({ route: { name: 'named', connect }, resolvers: [servers?.resolver ?? ''] });
}

interface Read {
  readonly code: string;
  readonly flags: readonly string[];
  readonly records: readonly string[];
}

/** What `dig` reads, in our words: its TXT strings joined, escapes undone. */
async function byDig(role: 'nameServer' | 'resolver', name: string, type: DnsType): Promise<Read> {
  const how = role === 'resolver' ? '+recurse' : '+norecurse';
  const { stdout, code } = await runProgram('dig', ['@127.0.0.1', '-p', portOf(role), '+time=5', '+tries=1', how, '+noall', '+comments', '+answer', name, type]);
  assert.equal(code, 0, stdout);
  const flags = (/flags: ([a-z ]+);/.exec(stdout)?.[1] ?? '').toUpperCase().split(' ');
  const records = [...stdout.matchAll(/^([^;\s]+)\s+(\d+)\s+IN\s+([A-Z]+)\s+(.+)$/gm)].map(
    ([, owner = '', ttl = '', kind = '', data = '']) => `${owner.replace(/\.$/, '')} ${role === 'resolver' ? '' : ttl} ${kind} ${kind === 'TXT' ? text(data) : plain(data)}`,
  );
  return { code: /status: ([A-Z]+)/.exec(stdout)?.[1] ?? '', flags: flags.filter((flag) => ['AA', 'RA', 'AD'].includes(flag)), records: records.sort() };
}

const plain = (data: string): string => data.replace(/([^ ])\.(?= |$)/g, '$1');
function text(data: string): string {
  const strings = [...data.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, string = '']) => string);
  return strings.join('').replace(/\\(\d{3}|.)/g, (_, escaped: string) => (escaped.length === 3 ? String.fromCharCode(Number(escaped)) : escaped));
}

async function byPort(role: 'nameServer' | 'resolver', name: string, type: DnsType): Promise<Read & { readonly via: string }> {
  const question: DnsQuestion = { name, type, ...(role === 'nameServer' ? { at: { address: nameServerAddress, port: 53 } } : {}) };
  const answer = await ports().dns.query(question, probe());
  assert.ok(answer.kind === 'answer', JSON.stringify(answer));
  const records = answer.records.map((record) => `${record.name} ${role === 'resolver' ? '' : record.ttl} ${record.type} ${record.value}`);
  return { code: answer.rcode, flags: answer.flags.filter((flag) => flag !== 'TC'), records: records.sort(), via: answer.via };
}

const questions: readonly (readonly [name: string, type: DnsType])[] = [
  ['autodiscover.plain.example', 'A'],
  ['autodiscover.plain.example', 'AAAA'],
  ['autodiscover.plain.example', 'CNAME'],
  ['plain.example', 'TXT'],
  ['plain.example', 'MX'],
  ['plain.example', 'NS'],
  ['plain.example', 'SOA'],
  ['_autodiscover._tcp.plain.example', 'SRV'],
  ['xn--bcher-kva.plain.example', 'A'],
  ['AutoDiscover.Plain.Example', 'A'],
  ['nowhere.plain.example', 'A'],
  ['mail.plain.example', 'TXT'],
  ['long.example', 'TXT'],
  ['any.wild.example', 'A'],
  ['a.b.wild.example', 'A'],
  ['signed.example', 'TXT'],
  ['nowhere.signed.example', 'A'],
  ['bogus.example', 'TXT'],
  ['failing.example', 'A'],
];
async function judged(domain: string): Promise<Partial<Record<CheckId, CheckResult>>> {
  const subject = subjectOf({ domain, federationProofs: [proof], webServices: '' });
  const results = await runChecks({ subjects: [subject], only: ['D1', 'D2', 'D3', 'D4', 'D5'] }, ports(), () => undefined, new AbortController().signal);
  return Object.fromEntries(results.map((result) => [result.check, result]));
}

const verdicts: readonly (readonly [domain: string, check: CheckId, verdict: string, words: RegExp])[] = [
  ['plain.example', 'D1', 'pass', /192\.0\.2\.10, 2001:db8::10, by way of "mail\.plain\.example"/],
  ['plain.example', 'D2', 'pass', /"mail\.plain\.example" port 443/],
  ['plain.example', 'D3', 'pass', /own servers say the same/],
  ['plain.example', 'D4', 'pass', /has no wildcard/],
  ['plain.example', 'D5', 'pass', /"mail\.plain\.example", "backup\.mail\.example"/],
  ['wild.example', 'D4', 'info', /probably answers for any name/],
  ['signed.example', 'D3', 'pass', /own servers say the same/],
  ['bogus.example', 'D3', 'unknown', /SERVFAIL[^]*signatures do not hold \(DNSSEC\)/],
  ['failing.example', 'D1', 'unknown', /SERVFAIL/],
];
describe('BIND on loopback', () => {
  before(async () => {
    servers = await startNamed([
      {
        name: 'plain.example',
        records: [
          '@ IN A 192.0.2.80',
          '@ IN MX 20 backup.mail.example.',
          '@ IN MX 10 mail',
          `@ IN TXT "${proof.slice(0, 30)}" "${proof.slice(30, 60)}" "${proof.slice(60)}"`,
          '@ IN TXT "v=spf1 \\"quoted\\" \\\\ and \\195\\169 -all"',
          'autodiscover IN CNAME alias',
          'alias IN CNAME mail',
          'mail IN A 192.0.2.10',
          'mail IN AAAA 2001:db8::10',
          '_autodiscover._tcp IN SRV 5 7 443 mail',
          'xn--bcher-kva IN A 192.0.2.12',
          'many IN TXT "one"',
        ],
      },
      { name: 'long.example', records: ['@ IN A 192.0.2.81', ...marks] },
      { name: 'wild.example', records: ['* IN A 192.0.2.10', '@ IN A 192.0.2.80'] },
      { name: 'signed.example', records: ['@ IN A 192.0.2.80', 'autodiscover IN A 192.0.2.10', `@ IN TXT "${proof}"`], signed: 'rightly' },
      { name: 'bogus.example', records: ['@ IN A 192.0.2.80', 'autodiscover IN A 192.0.2.10', `@ IN TXT "before-signing"`, `@ IN TXT "${proof}"`], signed: 'broken' },
      { name: 'failing.example' },
    ]);
  });
  after(() => servers?.stop());

  for (const role of ['nameServer', 'resolver'] as const) {
    for (const [name, type] of questions) {
      test(`our answer is dig’s: ${type} ${name}, ${role}`, async () => {
        const { via, ...ours } = await byPort(role, name, type);
        assert.deepEqual(ours, await byDig(role, name, type));
        assert.ok(via.includes(role === 'resolver' ? 'resolver 127.0.0.1' : `name server ${nameServerAddress}:53`), via);
      });
    }
  }

  test('what the answers are, lest both be wrong alike', async () => {
    assert.match((await byPort('resolver', 'long.example', 'TXT')).via, /\(TCP\)/);
    assert.equal((await byPort('resolver', 'long.example', 'TXT')).records.length, 60);
    assert.ok((await byPort('resolver', 'plain.example', 'TXT')).records.some((record) => record.endsWith(` ${proof}`)));
    assert.deepEqual((await byPort('resolver', 'signed.example', 'TXT')).flags, ['RA', 'AD']);
    assert.deepEqual((await byPort('nameServer', 'signed.example', 'TXT')).flags, ['AA']);
    assert.equal((await byPort('resolver', 'bogus.example', 'TXT')).code, 'SERVFAIL');
    assert.equal((await byPort('nameServer', 'bogus.example', 'TXT')).code, 'NOERROR');
    assert.equal((await byPort('nameServer', 'failing.example', 'A')).code, 'SERVFAIL');
    assert.equal((await byPort('nameServer', 'nowhere.plain.example', 'A')).code, 'NXDOMAIN');
  });

  for (const [domain, check, verdict, words] of verdicts) {
    test(`${check} of a real zone: ${domain}`, async () => {
      const result = (await judged(domain))[check];
      assert.ok(result);
      assert.match(`${result.summary} ${result.cause ?? ''}`, words);
      assert.equal(result.verdict, verdict);
    });
  }
});
