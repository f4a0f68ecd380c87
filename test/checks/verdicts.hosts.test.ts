import { failure, healthyPartner, proof } from './fakeWorld.ts';
import { saying, judge } from './verdictCases.ts';

judge([
  // D1
  {
    name: 'alias is followed and named',
    change: (world) => (world.dns['A autodiscover.a.example'] = ['→ mail.host.example', '192.0.2.11']),
    expect: { D1: ['pass', /mail\.host\.example/] },
  },
  {
    name: 'only the domain itself has an address',
    change: (world) => {
      delete world.dns['A autodiscover.a.example'];
      delete world.dns['AAAA autodiscover.a.example'];
      world.http = (request) => healthyPartner({ ...request, host: 'autodiscover.a.example' });
    },
    expect: { D1: ['warn', /NXDOMAIN/], N1: 'pass', F1: 'pass' },
  },
  {
    name: 'the domain does not exist',
    change: (world) => (world.dns = {}),
    expect: {
      D1: ['fail', /does not exist/],
      N1: ['skipped', /D1 failed/],
      T1: ['skipped', /D1 failed/],
      F1: 'skipped',
      C1: 'skipped',
      W1: 'skipped',
    },
  },
  {
    name: 'SERVFAIL is no missing name',
    change: (world) =>
      (world.dns = { 'A autodiscover.a.example': 'SERVFAIL', 'AAAA autodiscover.a.example': 'SERVFAIL', 'A a.example': ['192.0.2.80'] }),
    expect: { D1: ['unknown', /SERVFAIL/], N1: ['skipped', /could not be determined/] },
  },
  {
    name: 'a silent resolver',
    change: (world) =>
      (world.dns = {
        'A autodiscover.a.example': failure('timeout'),
        'AAAA autodiscover.a.example': failure('timeout'),
        'A a.example': failure('timeout'),
        'TXT a.example': failure('timeout'),
      }),
    expect: { D1: ['unknown', /did not answer within 5 s/], D3: 'unknown' },
  },
  {
    name: 'an inner address in public DNS',
    change: (world) => (world.dns = { 'A autodiscover.a.example': ['10.0.0.5'] }),
    expect: { D1: ['warn', /10\.0\.0\.5/] },
  },
  {
    name: 'the plan states another host that serves the domain',
    subject: { autodiscover: 'https://mail.a.example/autodiscover/autodiscover.svc' },
    change: (world) => (world.dns = { 'A mail.a.example': ['192.0.2.20'] }),
    expect: { D1: ['info', /"autodiscover\.a\.example" does not exist/], N1: 'pass', F1: 'pass', W1: ['pass', /mail\.a\.example/] },
  },
  {
    name: 'the stated host does not exist',
    subject: { autodiscover: 'https://gone.a.example/autodiscover/autodiscover.svc' },
    expect: { D1: ['warn', /gone\.a\.example/], F1: ['warn', /of the plan/] },
  },

  // D3
  {
    name: 'proof split by a stranger’s hand',
    change: (world) => (world.dns['TXT a.example'] = [`"${proof}"`]),
    expect: { D3: ['info', /quotation marks/] },
  },
  {
    name: 'proof absent, domain federated',
    change: (world) => (world.dns['TXT a.example'] = ['v=spf1 -all']),
    expect: { D3: ['info', /no federation proof/] },
  },
  {
    name: 'proof absent, domain not federated',
    change: (world) => {
      saying({ errorCode: 'InvalidDomain' })(world);
      world.dns['TXT a.example'] = [];
    },
    expect: { D3: ['fail', /no TXT record/], F1: ['fail', /Add-FederatedDomain -DomainName a\.example/] },
  },
  {
    name: 'proof absent, federation unknown',
    change: (world) => {
      world.http = () => failure('timeout');
      world.dns['TXT a.example'] = [];
    },
    expect: { D3: 'warn', F1: 'unknown' },
  },
  {
    name: 'proof one character off',
    change: (world) => (world.dns['TXT a.example'] = [proof.replace('l', 'I')]),
    expect: { D3: ['info', /one character/] },
  },
  {
    name: 'another proof',
    change: (world) => (world.dns['TXT a.example'] = [`${'Q'.repeat(86)}==`]),
    expect: { D3: ['info', /another federation proof/] },
  },
  {
    name: 'two proofs during a roll',
    change: (world) => (world.dns['TXT a.example'] = [proof, `${'Q'.repeat(86)}==`]),
    expect: { D3: ['pass', /roll/] },
  },
  { name: 'no proof in the plan', subject: { federationProofs: [] }, expect: { D3: ['skipped', /states no federation proof/] } },
  { name: 'hosted online', subject: { hosting: 'online' }, expect: { D3: 'skipped', W1: 'skipped', W2: 'skipped' } },

  // N1
  {
    name: 'one of two addresses refuses',
    change: (world) => (world.tcp['[2001:db8::10]:443'] = failure('refused', 'ECONNREFUSED')),
    expect: { N1: ['warn', /1 of 2/], T3: 'pass', F1: 'pass' },
  },
  {
    name: 'no IPv6 on this machine',
    change: (world) => (world.tcp['[2001:db8::10]:443'] = failure('unreachable', 'ENETUNREACH')),
    expect: { N1: ['info', /1 of 2/] },
  },
  {
    name: 'everything refused',
    change: (world) => {
      for (const address of ['192.0.2.10', '[2001:db8::10]', '192.0.2.80'])
        world.tcp[`${address}:443`] = world.tcp[`${address}:80`] = failure('refused', 'ECONNREFUSED');
    },
    expect: { N1: ['fail', /refuses/], T3: ['skipped', /N1 failed/], F1: ['fail', /refuses/] },
  },
  {
    name: 'everything silent is unknown',
    change: (world) => {
      for (const address of ['192.0.2.10', '[2001:db8::10]', '192.0.2.80'])
        world.tcp[`${address}:443`] = world.tcp[`${address}:80`] = failure('timeout');
    },
    expect: { N1: ['unknown', /did not answer within 5 s/], F1: 'unknown', C1: 'skipped' },
  },
  {
    name: 'closed on 443, but an http redirect leads on',
    change: (world) => {
      world.tcp = { '192.0.2.10:443': failure('refused'), '[2001:db8::10]:443': failure('refused'), '192.0.2.80:443': failure('refused') };
      world.http = (request) =>
        request.secure ? healthyPartner(request) : { status: 302, headers: { location: 'https://mail.a.example/autodiscover/autodiscover.xml' } };
    },
    expect: { N1: ['info', /mail\.a\.example/], F1: 'info', C1: ['pass', /mail\.a\.example/], T3: 'pass' },
  },
]);
