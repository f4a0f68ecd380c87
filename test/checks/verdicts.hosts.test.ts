import type { CheckSubject } from '../../server/src/protocol/checks.ts';
import { failure, healthyPartner, notFound, proof } from './fakeWorld.ts';
import { alert, judge, saying, type Case } from './verdictCases.ts';

const relationshipTo = (targetAutodiscoverEpr: string): Pick<CheckSubject, 'relationships'> => ({ relationships: [{ name: 'To A', targetAutodiscoverEpr }] });

judge([
  // D1
  {
    name: 'alias is followed and named',
    change: (world) => (world.dns['A autodiscover.a.example'] = ['→ mail.host.example', '192.0.2.11']),
    expect: { D1: ['pass', /mail\.host\.example/] },
  },
  {
    name: 'an alias alone, from a resolver that does not follow it',
    change: (world) => {
      world.dns['A autodiscover.a.example'] = ['→ one.host.example'];
      world.dns['A one.host.example'] = ['→ two.host.example'];
      world.dns['A two.host.example'] = ['192.0.2.11'];
    },
    expect: { D1: ['pass', /192\.0\.2\.11.* by way of "two\.host\.example"/], N1: 'pass', F1: 'pass' },
  },
  {
    name: 'aliases in a circle',
    change: (world) => {
      world.dns = { 'A autodiscover.a.example': ['→ b.example'], 'A b.example': ['→ autodiscover.a.example'], 'A a.example': ['192.0.2.80'] };
    },
    expect: { D1: ['warn', /has no address/] },
  },
  {
    name: 'what stands behind the alias is not told',
    change: (world) => {
      world.dns = { 'A autodiscover.a.example': ['→ one.host.example'], 'A one.host.example': 'REFUSED', 'A a.example': ['192.0.2.80'] };
    },
    expect: { D1: ['unknown', /leads to "one\.host\.example", which could not be looked up: REFUSED/] },
  },
  {
    name: 'alias of a host that is gone',
    change: (world) => {
      world.dns = { 'A autodiscover.a.example': ['→ gone.b.example'], 'A a.example': ['192.0.2.80'] };
    },
    expect: { D1: ['warn', /leads to "gone\.b\.example", which does not exist[^]*Publish an address for "gone\.b\.example"/] },
  },
  {
    name: 'a web site at the domain itself is not judged where the federation does not use it',
    change: (world) => {
      world.dns = { 'A a.example': ['192.0.2.80'], 'A mail.a.example': ['192.0.2.20'] };
      world.hello = Object.fromEntries(['1.0', '1.1', '1.2', '1.3'].map((version) => [version, alert('46')]));
      world.certificates['a.example'] = { names: ['elsewhere.example'], validTo: 0 };
    },
    expect: {
      D1: 'warn',
      N1: ['info', /Only "a\.example" itself/],
      T1: ['skipped', /does not use/],
      T2: 'skipped',
      T3: 'skipped',
      T4: 'skipped',
      C1: ['skipped', /does not use/],
      C2: 'skipped',
      C3: 'skipped',
      F1: 'fail',
      W1: 'skipped',
    },
  },
  {
    name: 'the domain itself is judged where it may be the one that answers',
    change: (world) => {
      world.dns = { 'A a.example': ['192.0.2.80'] };
      world.hello['1.2'] = world.hello['1.3'] = alert('46');
      world.http = (request) => (request.host === 'a.example' ? failure('handshake', 'PROTOCOL_VERSION') : notFound);
    },
    expect: { N1: 'pass', T3: 'fail', F1: 'unknown' },
  },
  {
    name: 'profile of 2018, nothing to judge',
    subject: { demandsTls10: true },
    change: (world) => (world.dns = { 'A a.example': ['192.0.2.80'] }),
    expect: { T1: 'skipped' },
  },
  ...['http://mail.a.example/autodiscover/autodiscover.svc', 'https://user:secret@mail.a.example/autodiscover/autodiscover.svc'].map(
    (autodiscover): Case => ({
      name: `the plan’s URL cannot be asked: ${autodiscover}`,
      subject: { autodiscover },
      expect: {
        D1: ['pass', /mail\.a\.example\S* is not an https address that can be asked/],
        N1: 'pass',
        F1: ['warn', /mail\.a\.example\S* is not an https address that can be asked/],
        W1: ['unknown', /is not an https address/],
      },
    }),
  ),
  {
    name: 'the stated endpoint is closed, an answer elsewhere does not make up for it',
    subject: { autodiscover: 'https://mail.a.example/autodiscover/autodiscover.svc' },
    change: (world) => (world.tcp['192.0.2.20:443'] = failure('refused', 'ECONNREFUSED')),
    expect: { N1: ['fail', /mail\.a\.example/], F1: ['warn', /refuses/], W1: ['fail', /refuses/] },
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
      D3: ['warn', /does not exist in DNS \(NXDOMAIN\)/],
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
    expect: { D1: ['warn', /gone\.a\.example/], F1: ['warn', /plan’s own/], W1: ['fail', /gone\.a\.example/] },
  },

  {
    name: 'only a relationship states where Autodiscover of a further domain stands',
    subject: relationshipTo('https://autodiscover.b.example/autodiscover/autodiscover.svc/WSSecurity'),
    change: (world) => {
      world.dns = { 'A autodiscover.b.example': ['192.0.2.30'], 'A mail.a.example': ['192.0.2.20'] };
    },
    expect: {
      D1: ['info', /"autodiscover\.a\.example" does not exist[^]*aims at "autodiscover\.b\.example"/],
      D2: 'pass',
      N1: ['pass', /autodiscover\.b\.example/],
      T3: 'pass',
      C1: 'pass',
      F1: ['info', /Only the endpoint that the plan’s relationship states/],
      W1: ['pass', /autodiscover\.b\.example/],
      E1: 'pass',
    },
  },
  {
    name: 'the same, and a web site at the domain itself that the federation does not use',
    subject: relationshipTo('https://autodiscover.b.example/autodiscover/autodiscover.svc/WSSecurity'),
    change: (world) => {
      world.dns = { 'A autodiscover.b.example': ['192.0.2.30'], 'A a.example': ['192.0.2.80'], 'A mail.a.example': ['192.0.2.20'] };
      world.certificates['a.example'] = { names: ['elsewhere.example'], validTo: 0 };
    },
    expect: { D1: 'info', N1: ['pass', /autodiscover\.b\.example/], C1: 'pass', C3: 'pass', F1: 'info' },
  },
  {
    name: 'the same, and a wildcard leads the usual name to an old web site with a dead node',
    subject: relationshipTo('https://autodiscover.b.example/autodiscover/autodiscover.svc/WSSecurity'),
    change: (world) => {
      world.dns = { 'A autodiscover.b.example': ['192.0.2.30'], 'A autodiscover.a.example': ['192.0.2.80', '192.0.2.81'], 'A a.example': ['192.0.2.80'], 'A mail.a.example': ['192.0.2.20'] };
      world.tcp['192.0.2.81:443'] = failure('refused', 'ECONNREFUSED');
      for (const version of ['1.2', '1.3']) world.hello[`192.0.2.80 ${version}`] = alert('46');
      world.certificates['autodiscover.a.example'] = { names: ['a.example'], validTo: 0 };
      world.http = (request) => (request.to.address.startsWith('192.0.2.8') ? notFound : healthyPartner(request));
    },
    expect: { D1: 'pass', N1: ['info', /passes over this host/], T3: ['pass', /so that host counts/], C1: ['pass', /autodiscover\.b\.example/], C3: 'pass', F1: 'info', W1: 'pass' },
  },
  {
    name: 'the endpoint of the relationship does not know the domain',
    subject: relationshipTo('https://autodiscover.b.example/autodiscover/autodiscover.svc/WSSecurity'),
    change: (world) => {
      world.dns = { 'A autodiscover.b.example': ['192.0.2.30'], 'A mail.a.example': ['192.0.2.20'] };
      saying({ errorCode: 'InvalidDomain' })(world);
    },
    expect: { D1: 'info', F1: ['fail', /InvalidDomain/] },
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
    name: 'IPv6 that leads nowhere, on whichever side',
    change: (world) => (world.tcp['[2001:db8::10]:443'] = failure('timeout')),
    expect: { N1: ['info', /no working IPv6/] },
  },
  {
    name: 'one IPv6 address answers, the other is silent',
    change: (world) => {
      world.dns['AAAA autodiscover.a.example'] = ['2001:db8::10', '2001:db8::11'];
      world.tcp['[2001:db8::11]:443'] = failure('timeout');
    },
    expect: { N1: ['warn', /2001:db8::11/] },
  },
  {
    name: 'refused by IPv4, out of reach by IPv6',
    change: (world) => {
      for (const port of [80, 443]) {
        world.tcp[`192.0.2.10:${port}`] = world.tcp[`192.0.2.80:${port}`] = failure('refused', 'ECONNREFUSED');
        world.tcp[`[2001:db8::10]:${port}`] = failure('unreachable', 'ENETUNREACH');
      }
    },
    expect: { N1: ['fail', /refuses/], F1: ['fail', /refuses/] },
  },
  {
    name: 'IPv6 addresses only, and no IPv6 here',
    change: (world) => {
      world.dns = { 'AAAA autodiscover.a.example': ['2001:db8::10'] };
      world.tcp['[2001:db8::10]:443'] = world.tcp['[2001:db8::10]:80'] = failure('unreachable', 'ENETUNREACH');
    },
    expect: { N1: ['unknown', /IPv6 addresses only/], F1: 'unknown', W1: 'unknown' },
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
