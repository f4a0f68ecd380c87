import { failure, notFound, type FakeWorld } from './fakeWorld.ts';
import { judge } from './verdictCases.ts';

const service = 'SRV _autodiscover._tcp.a.example';
const stated = 'https://mail.a.example/autodiscover/autodiscover.svc';
/** Only the SRV record and a web site at the domain itself are left. */
const onlyService = (world: FakeWorld): void => {
  delete world.dns['A autodiscover.a.example'];
  delete world.dns['AAAA autodiscover.a.example'];
  world.dns[service] = ['0 0 443 mail.a.example'];
};
const randomName = 'x-0707070707070707';

judge([
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
