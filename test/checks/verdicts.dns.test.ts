import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure, FakeWorld, notFound, proof } from './fakeWorld.ts';
import { judge, saying } from './verdictCases.ts';

const service = 'SRV _autodiscover._tcp.a.example';
const stated = 'https://mail.a.example/autodiscover/autodiscover.svc';
/** Only the SRV record and a web site at the domain itself are left. */
const onlyService = (world: FakeWorld): void => {
  delete world.dns['A autodiscover.a.example'];
  delete world.dns['AAAA autodiscover.a.example'];
  world.dns[service] = ['0 0 443 mail.a.example'];
};
const randomName = 'x-0707070707070707';

const usual = { 'A autodiscover.a.example': ['192.0.2.10'], 'AAAA autodiscover.a.example': ['2001:db8::10'] };
/** A second name server, which has not the proof. */
const secondServer = (world: FakeWorld): void => {
  world.dns['NS a.example'] = ['ns1.a.example', 'ns2.a.example'];
  world.dns['A ns2.a.example'] = ['192.0.2.54'];
  world.nameServers['TXT a.example @192.0.2.54'] = ['v=spf1 -all'];
};

judge([
  // D1, inside and outside
  { name: 'the inner resolver says the same', change: (world) => (world.innerDns = usual), expect: { D1: ['pass', /inner resolver says the same/] } },
  {
    name: 'the inner resolver gives some of the addresses',
    change: (world) => (world.innerDns = { 'A autodiscover.a.example': ['192.0.2.10'] }),
    expect: { D1: 'pass' },
  },
  {
    name: 'an inner address inside, a public one outside',
    change: (world) => (world.innerDns = { 'A autodiscover.a.example': ['10.0.0.5'] }),
    expect: { D1: ['info', /10\.0\.0\.5[^]*an inner address.*usual for one’s own domains/], N1: 'pass', F1: 'pass' },
  },
  {
    name: 'another public address inside',
    change: (world) => (world.innerDns = { 'A autodiscover.a.example': ['192.0.2.99'] }),
    expect: { D1: ['info', /another address/] },
  },
  {
    name: 'hidden inside by an inner zone',
    change: (world) => (world.innerDns = {}),
    expect: { D1: ['warn', /The inner resolver: "autodiscover\.a\.example" does not exist[^]*do not find the host/], N1: 'pass', F1: 'pass' },
  },
  {
    name: 'published inside alone',
    change: (world) => {
      world.dns = {};
      world.innerDns = { 'A autodiscover.a.example': ['10.0.0.5'] };
    },
    expect: { D1: ['fail', /in the inner zone alone/] },
  },
  { name: 'nowhere, neither inside nor outside', change: (world) => ((world.dns = {}), (world.innerDns = {})), expect: { D1: ['fail', /no address for it either/] } },
  {
    name: 'a silent inner resolver takes nothing away',
    change: (world) => (world.innerDns = { 'A autodiscover.a.example': failure('timeout'), 'AAAA autodiscover.a.example': failure('timeout') }),
    expect: { D1: ['pass', /inner resolver: .*could not be looked up/] },
  },
  {
    name: 'the host that the plan states is compared',
    subject: { autodiscover: stated },
    change: (world) => (world.innerDns = { ...usual, 'A mail.a.example': ['10.0.0.6'] }),
    expect: { D1: ['info', /mail\.a\.example" has the address 10\.0\.0\.6/] },
  },

  // D3, by the zone's own servers
  { name: 'the zone’s own servers have the proof as well', expect: { D3: ['pass', /own servers say the same/] } },
  {
    name: 'the proof has not reached the resolver yet',
    change: (world) => {
      saying({ errorCode: 'InvalidDomain' })(world);
      world.dns['TXT a.example'] = ['v=spf1 -all'];
      world.nameServers['TXT a.example @192.0.2.53'] = ['v=spf1 -all', proof];
    },
    expect: { D3: ['warn', /published at the zone’s own servers \("ns1\.a\.example"\)[^]*for up to 300 s/] },
  },
  {
    name: 'the resolver remembers that there was no TXT record at all',
    change: (world) => {
      delete world.dns['TXT a.example'];
      world.authority['TXT a.example'] = [{ name: 'a.example', type: 'SOA', value: 'ns1.a.example hostmaster.a.example 7 1 1 1 90', ttl: 600 }];
      world.nameServers['TXT a.example @192.0.2.53'] = [proof];
    },
    expect: { D3: ['info', /does not give it yet[^]*for up to 90 s/] },
  },
  {
    name: 'removed at its source, remembered by the resolver',
    change: (world) => (world.nameServers['TXT a.example @192.0.2.53'] = ['v=spf1 -all']),
    expect: { D3: ['info', /do not have it any more: "ns1\.a\.example"/], F1: 'pass' },
  },
  {
    name: 'removed at its source, not federated yet',
    change: (world) => {
      saying({ errorCode: 'InvalidDomain' })(world);
      world.nameServers['TXT a.example @192.0.2.53'] = [];
    },
    expect: { D3: ['warn', /do not have it any more/] },
  },
  { name: 'servers of the zone that disagree', change: secondServer, expect: { D3: ['info', /at "ns1\.a\.example", not at "ns2\.a\.example"/] } },
  {
    name: 'missing everywhere',
    change: (world) => {
      saying({ errorCode: 'InvalidDomain' })(world);
      world.dns['TXT a.example'] = ['v=spf1 -all'];
    },
    expect: { D3: ['fail', /own servers say the same/] },
  },
  ...[failure('timeout'), failure('refused'), 'SERVFAIL', 'REFUSED'].map((answer) => ({
    name: `a name server that says nothing takes nothing away: ${JSON.stringify(answer)}`,
    change: (world: FakeWorld) => void (world.nameServers['TXT a.example @192.0.2.53'] = answer),
    expect: { D3: ['pass', /"a\.example"\.$|"a\.example"\. /] } as const,
  })),
  {
    name: 'a domain inside a zone of another name is asked of that zone’s servers',
    subject: { domain: 'sub.a.example' },
    change: (world) => {
      world.dns = {
        ...world.dns,
        'A autodiscover.sub.a.example': ['192.0.2.10'],
        'TXT sub.a.example': [],
      };
      world.authority['NS sub.a.example'] = [{ name: 'a.example', type: 'SOA', value: 'ns1.a.example h.a.example 1 1 1 1 60', ttl: 60 }];
      world.nameServers['TXT sub.a.example @192.0.2.53'] = [proof];
    },
    expect: { D3: ['info', /published at the zone’s own servers \("ns1\.a\.example"\)/] },
  },
  {
    name: 'an SOA of a stranger’s zone leads nowhere',
    subject: { domain: 'sub.a.example' },
    change: (world) => {
      world.dns = { 'A autodiscover.sub.a.example': ['192.0.2.10'], 'TXT sub.a.example': [proof], 'NS evil.example': ['ns.evil.example'] };
      world.authority['NS sub.a.example'] = [{ name: 'evil.example', type: 'SOA', value: 'ns.evil.example h.evil.example 1 1 1 1 60', ttl: 60 }];
    },
    expect: { D3: ['pass', /sub\.a\.example"\.$|sub\.a\.example"\. /] },
  },
  {
    name: 'the resolver fails, the zone’s own servers answer',
    change: (world) => {
      world.dns['TXT a.example'] = 'SERVFAIL';
      world.nameServers['TXT a.example @192.0.2.53'] = [proof];
    },
    expect: { D3: ['unknown', /SERVFAIL[^]*own servers answer \("ns1\.a\.example"\).*DNSSEC/] },
  },

  // Signatures
  {
    name: 'broken signatures: without checking there is an answer',
    change: (world) => {
      for (const type of ['A', 'AAAA', 'TXT']) world.dns[`${type} a.example`] = world.dns[`${type} autodiscover.a.example`] = 'SERVFAIL';
      world.unchecked = { 'A autodiscover.a.example': ['192.0.2.10'], 'TXT a.example': [proof] };
    },
    expect: { D1: ['unknown', /signatures do not hold \(DNSSEC\)[^]*DS record/], D3: ['unknown', /signatures do not hold \(DNSSEC\)[^]*DS record/], N1: 'skipped' },
  },
  {
    name: 'SERVFAIL with and without checking has another reason',
    change: (world) => {
      for (const type of ['A', 'AAAA', 'TXT']) world.dns[`${type} a.example`] = world.dns[`${type} autodiscover.a.example`] = 'SERVFAIL';
      world.nameServers['TXT a.example @192.0.2.53'] = failure('timeout');
    },
    expect: { D1: ['unknown', /the zone’s signatures are broken; or/], D3: ['unknown', /name another resolver/] },
  },

  // D2
  {
    name: 'an SRV record beside the usual name',
    change: (world) => (world.dns[service] = ['0 0 443 mail.a.example']),
    expect: { D2: ['pass', /"mail\.a\.example" port 443.*192\.0\.2\.20/] },
  },
  {
    name: 'the SRV record of the lowest priority number, then of the highest weight, is the one in use',
    change: (world) => (world.dns[service] = ['10 5 443 late.a.example', '5 1 443 light.a.example', '5 9 443 mail.a.example', '0 0 444 odd.a.example']),
    expect: { D2: ['pass', /"mail\.a\.example"/] },
  },
  { name: 'SRV alone: Outlook finds it, Exchange does not', change: onlyService, expect: { D1: 'warn', D2: ['warn', /has no SRV step/], F1: 'fail' } },
  {
    name: 'SRV alone, with the endpoint in the plan',
    subject: { autodiscover: stated },
    change: onlyService,
    expect: { D1: 'info', D2: ['pass', /mail\.a\.example/], F1: 'pass' },
  },
  {
    name: 'SRV alone, and the plan’s endpoint does not answer',
    subject: { autodiscover: stated },
    change: (world) => {
      onlyService(world);
      world.http = () => notFound;
    },
    expect: { D2: ['info', /TargetAutodiscoverEpr/], F1: 'fail' },
  },
  {
    name: 'no usual name, but the domain itself answers',
    change: (world) => {
      onlyService(world);
      const http = world.http;
      world.http = (request) => http({ ...request, host: 'autodiscover.a.example' });
    },
    expect: { D2: 'pass', F1: 'pass' },
  },
  { name: 'SRV to another port', change: (world) => (world.dns[service] = ['0 0 444 mail.a.example']), expect: { D2: ['info', /444.*without effect/] } },
  { name: 'SRV that says "not offered"', change: (world) => (world.dns[service] = ['0 0 0 .']), expect: { D2: ['info', /decidedly not offered/] } },
  {
    name: 'SRV to a host that does not exist',
    change: (world) => (world.dns[service] = ['0 0 443 gone.a.example']),
    expect: { D2: ['info', /gone\.a\.example" port 443, which does not exist/] },
  },
  {
    name: 'SRV to an alias',
    change: (world) => {
      world.dns[service] = ['0 0 443 owa.a.example'];
      world.dns['A owa.a.example'] = ['→ mail.a.example', '192.0.2.20'];
    },
    expect: { D2: ['info', /alias of "mail\.a\.example"[^]*RFC 2782/] },
  },
  {
    name: 'SRV to a host elsewhere',
    change: (world) => {
      world.dns[service] = ['0 0 443 mail.hoster.example'];
      world.dns['A mail.hoster.example'] = ['192.0.2.20'];
    },
    expect: { D2: ['info', /outside "a\.example"/] },
  },
  { name: 'SRV not answered', change: (world) => (world.dns[service] = failure('timeout')), expect: { D2: ['unknown', /did not answer within 5 s/], D1: 'pass' } },
  { name: 'SRV refused', change: (world) => (world.dns[service] = 'REFUSED'), expect: { D2: ['unknown', /REFUSED/] } },
  {
    name: 'SRV target not answered',
    change: (world) => {
      world.dns[service] = ['0 0 443 slow.a.example'];
      world.dns['A slow.a.example'] = world.dns['AAAA slow.a.example'] = failure('timeout');
    },
    expect: { D2: ['unknown', /slow\.a\.example/] },
  },
  { name: 'SRV answered with nonsense that is no record', change: (world) => (world.dns[service] = ['mail.a.example']), expect: { D2: 'pass' } },

  // D4
  { name: 'no wildcard', expect: { D4: ['pass', /"x-0707070707070707\.a\.example" does not exist/] } },
  {
    name: 'a wildcard with the address of Autodiscover, and no Exchange there',
    change: (world) => {
      world.dns[`A ${randomName}.a.example`] = ['192.0.2.10'];
      world.http = () => notFound;
    },
    expect: { D4: ['info', /probably not published/] },
  },
  {
    name: 'a wildcard with the address of Autodiscover, where Exchange answers',
    change: (world) => (world.dns[`A ${randomName}.a.example`] = ['192.0.2.10']),
    expect: { D4: ['info', /does no harm/] },
  },
  {
    name: 'a wildcard beside a record of its own',
    change: (world) => (world.dns[`A ${randomName}.a.example`] = ['192.0.2.80']),
    expect: { D4: ['pass', /has a wildcard/] },
  },
  {
    name: 'a resolver that answers for names that cannot exist',
    change: (world) => (world.dns[`A ${randomName}.a.example`] = world.dns[`A ${randomName}.invalid`] = ['192.0.2.66']),
    expect: { D4: ['unknown', /the place of every missing name/] },
  },
  {
    name: 'the made-up name is not answered',
    change: (world) => (world.dns[`A ${randomName}.a.example`] = failure('timeout')),
    expect: { D4: ['unknown', /did not answer/] },
  },
  { name: 'no domain, no wildcard question', change: (world) => (world.dns = {}), expect: { D4: ['skipped', /D1 failed/], D2: 'pass', D5: 'info' } },

  // D5
  { name: 'mail goes to a server of its own', expect: { D5: ['pass', /"mail\.a\.example"/] } },
  { name: 'no MX', change: (world) => delete world.dns['MX a.example'], expect: { D5: ['info', /has no MX record/] } },
  { name: 'null MX', change: (world) => (world.dns['MX a.example'] = ['0 .']), expect: { D5: ['info', /takes no mail/] } },
  { name: 'MX not answered', change: (world) => (world.dns['MX a.example'] = 'SERVFAIL'), expect: { D5: ['unknown', /SERVFAIL/] } },
  ...['a-example.mail.protection.outlook.com', 'A-Example.a-v1.mx.microsoft.', 'a-example.mail.protection.partner.outlook.cn'].flatMap((host) => [
    {
      name: `mail of an organization on premises enters by ${host}`,
      change: (world: FakeWorld) => void (world.dns['MX a.example'] = ['20 mail.a.example', `10 ${host}`]),
      expect: { D5: ['info', /while the plan says on premises[^]*hybrid or has moved/] },
    } as const,
    {
      name: `mail of an organization online enters by ${host}`,
      subject: { hosting: 'online' },
      change: (world: FakeWorld) => void (world.dns['MX a.example'] = [`10 ${host}`]),
      expect: { D5: ['pass', /as the plan says/] },
    } as const,
  ]),
  {
    name: 'a look-alike of the cloud’s entrance',
    change: (world) => (world.dns['MX a.example'] = ['10 mail.protection.outlook.com.a.example', '10 amx.microsoft']),
    expect: { D5: 'pass' },
  },
]);

test('name servers are not asked where the settings say so', async () => {
  const world = new FakeWorld();
  const { D3 } = await world.run({}, { settings: { askNameServers: false } });
  assert.equal(D3.verdict, 'pass');
  assert.ok(D3.evidence.every(({ via }) => !via.includes('name server')));
  assert.ok(!world.asked.includes('dns NS a.example'));
});

test('evidence says who answered: the resolver, and the zone’s own server with authority', async () => {
  const { D3 } = await new FakeWorld().run();
  assert.deepEqual(
    D3.evidence.map(({ via, answer }) => [via, answer.endsWith('flags AA')]),
    [['fake resolver', false], ['fake name server 192.0.2.53', true]],
  );
});
