import { failure, healthyPartner, now } from './fakeWorld.ts';
import { serverHello } from './helloBytes.ts';
import { alert, judge } from './verdictCases.ts';

const day = 86_400_000;

judge([
  {
    name: 'records that are not understood are TLS all the same',
    change: (world) => {
      for (const version of ['1.0', '1.1', '1.2', '1.3']) world.hello[version] = { bytes: '16 03 03 00 04 0e 00 00 00' };
    },
    expect: { T1: 'unknown', T2: 'unknown', T3: ['unknown', /do not understand/], T4: 'unknown' },
  },
  // T1–T4
  {
    name: 'TLS 1.0 and 1.1 on as well',
    change: (world) => {
      world.hello['1.0'] = { bytes: serverHello(0x0301, 0xc013) };
      world.hello['1.1'] = { bytes: serverHello(0x0302, 0xc013) };
    },
    expect: { T1: ['info', /accepts TLS 1\.0/], T2: 'info', T3: 'pass' },
  },
  { name: 'profile of 2018, TLS 1.0 off', subject: { demandsTls10: true }, expect: { T1: ['info', /demands TLS 1\.0; Microsoft 365 refuses/] } },
  {
    name: 'profile of 2018, TLS 1.0 on',
    subject: { demandsTls10: true },
    change: (world) => (world.hello['1.0'] = { bytes: serverHello(0x0301, 0xc013) }),
    expect: { T1: ['info', /demands TLS 1\.0; Microsoft 365 refuses/] },
  },
  {
    name: 'TLS 1.0 only',
    change: (world) =>
      (world.hello = {
        '1.0': { bytes: serverHello(0x0301, 0x002f) },
        '1.1': { bytes: serverHello(0x0301, 0x002f) },
        '1.2': { bytes: serverHello(0x0301, 0x002f) },
        '1.3': alert('46'),
      }),
    expect: { T1: 'info', T2: ['pass', /it chose TLS 1\.0/], T3: ['fail', /Neither TLS 1\.2 nor TLS 1\.3/], T4: 'info' },
  },
  { name: 'TLS 1.3 only', change: (world) => (world.hello['1.2'] = alert('46')), expect: { T3: ['warn', /Only TLS 1\.3/], T4: 'pass' } },
  { name: 'TLS 1.2 only', change: (world) => (world.hello['1.3'] = alert('28')), expect: { T3: 'pass', T4: ['info', /handshake_failure/] } },
  {
    name: 'silence after old hellos',
    change: (world) => (world.hello['1.0'] = { bytes: '', end: 'silent' }),
    expect: { T1: ['unknown', /did not answer/], T3: 'pass' },
  },
  {
    name: 'old hello cut off while a newer one works',
    change: (world) => (world.hello['1.0'] = { bytes: '', end: 'reset' }),
    expect: { T1: ['pass', /reset/] },
  },
  {
    name: 'every hello cut off',
    change: (world) =>
      (world.hello = Object.fromEntries(['1.0', '1.1', '1.2', '1.3'].map((version) => [version, { bytes: '', end: 'reset' as const }]))),
    expect: { T1: 'unknown', T2: 'unknown', T3: ['unknown', /turned away/] },
  },
  {
    name: 'modern hellos cut off, old one accepted',
    change: (world) =>
      (world.hello = {
        '1.0': { bytes: serverHello(0x0301, 0x002f) },
        '1.1': alert('46'),
        '1.2': { bytes: '', end: 'reset' },
        '1.3': { bytes: '', end: 'closed' },
      }),
    expect: { T3: 'fail' },
  },
  {
    name: 'every hello refused, for another reason than its version',
    change: (world) => (world.hello = Object.fromEntries(['1.0', '1.1', '1.2', '1.3'].map((version) => [version, alert('28')]))),
    expect: { T1: ['unknown', /handshake_failure/], T2: 'unknown', T3: ['unknown', /cipher suite/], T4: 'unknown' },
  },
  {
    name: 'modern hellos refused, old one accepted',
    change: (world) =>
      (world.hello = { '1.0': { bytes: serverHello(0x0301, 0x002f) }, '1.1': alert('28'), '1.2': alert('28'), '1.3': alert('28') }),
    expect: { T1: 'info', T2: 'pass', T3: 'fail', T4: 'info' },
  },
  {
    name: 'old hellos refused without the version as the reason, TLS 1.3 accepted',
    change: (world) => (world.hello = { ...world.hello, '1.0': alert('28'), '1.1': alert('28'), '1.2': alert('28') }),
    expect: { T1: 'pass', T2: 'pass', T3: ['warn', /Only TLS 1\.3/], T4: 'pass' },
  },
  {
    name: 'one node cuts every hello: nothing is known of it',
    change: (world) => {
      for (const version of ['1.0', '1.1', '1.2', '1.3']) world.hello[`2001:db8::10 ${version}`] = { bytes: '', end: 'reset' };
    },
    expect: { T1: ['unknown', /2001:db8::10 cut/], T2: 'unknown', T3: ['unknown', /1 of 2 addresses/], T4: 'unknown' },
  },
  {
    name: 'plain http on 443',
    change: (world) =>
      (world.hello = Object.fromEntries(
        ['1.0', '1.1', '1.2', '1.3'].map((version) => [version, { bytes: Buffer.from('HTTP/1.1 400 Bad Request').toString('hex') }]),
      )),
    expect: { T1: 'unknown', T3: ['fail', /HTTP\/1\.1 400/], T4: 'unknown' },
  },
  {
    name: 'one node without TLS 1.2',
    change: (world) => {
      world.hello['2001:db8::10 1.2'] = alert('46');
      world.hello['2001:db8::10 1.3'] = alert('46');
    },
    expect: { T3: ['fail', /1 of 2 addresses/] },
  },
  {
    name: 'hello retry request',
    change: (world) =>
      (world.hello['1.3'] = { bytes: serverHello(0x0304, 0x1301, 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c') }),
    expect: { T4: ['pass', /another group/] },
  },
  { name: 'server name unknown', change: (world) => (world.hello['1.2'] = alert('70')), expect: { T3: ['unknown', /server name/] } },

  // C1–C3
  {
    name: 'wrong name',
    change: (world) => (world.certificates['autodiscover.a.example'] = { names: ['www.a.example'] }),
    expect: { C1: ['fail', /www\.a\.example/], C2: 'pass', C3: 'pass', F1: ['warn', /ALTNAME/] },
  },
  { name: 'wildcard', change: (world) => (world.certificates['autodiscover.a.example'] = { names: ['*.a.example'] }), expect: { C1: 'pass' } },
  {
    name: 'the root domain’s certificate is nobody’s business',
    change: (world) => (world.certificates['a.example'] = { names: ['elsewhere.example'], trustError: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    expect: { C1: 'pass', C2: 'pass' },
  },
  {
    name: 'self-signed',
    change: (world) => (world.certificates['autodiscover.a.example'] = { trustError: 'DEPTH_ZERO_SELF_SIGNED_CERT', selfSigned: true }),
    expect: { C2: ['fail', /self-signed/] },
  },
  {
    name: 'intermediate missing',
    change: (world) => (world.certificates['autodiscover.a.example'] = { trustError: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }),
    expect: { C2: ['warn', /incomplete/], F1: ['warn', /Windows often fetches it/] },
  },
  {
    name: 'private authority',
    change: (world) => (world.certificates['autodiscover.a.example'] = { trustError: 'SELF_SIGNED_CERT_IN_CHAIN' }),
    expect: { C2: 'fail', F1: ['warn', /makes no connection/] },
  },
  {
    name: 'private authority, system store not readable',
    change: (world) => (world.certificates['autodiscover.a.example'] = { trustError: 'SELF_SIGNED_CERT_IN_CHAIN', systemStoreRead: false }),
    expect: { C2: ['unknown', /cannot read/], F1: ['pass', /cannot read this system’s store/] },
  },
  {
    name: 'expired',
    change: (world) =>
      (world.certificates['autodiscover.a.example'] = { validTo: now - day, trustError: 'CERT_HAS_EXPIRED', reachesTrustedRoot: true }),
    expect: { C1: 'pass', C2: 'pass', C3: ['fail', /expired on 2026-03-01/], F1: 'warn' },
  },
  {
    name: 'expired intermediate',
    change: (world) => (world.certificates['autodiscover.a.example'] = { trustError: 'CERT_HAS_EXPIRED' }),
    expect: { C2: ['fail', /above/], C3: 'pass' },
  },
  {
    name: 'not yet valid',
    change: (world) =>
      (world.certificates['autodiscover.a.example'] = { validFrom: now + day, trustError: 'CERT_NOT_YET_VALID', reachesTrustedRoot: true }),
    expect: { C3: ['fail', /2026-03-03/] },
  },
  {
    name: '47-day certificate in its middle',
    change: (world) => (world.certificates['autodiscover.a.example'] = { validFrom: now - 25 * day, validTo: now + 22 * day }),
    expect: { C3: 'pass' },
  },
  {
    name: 'less than a third left',
    change: (world) => (world.certificates['autodiscover.a.example'] = { validFrom: now - 70 * day, validTo: now + 20 * day }),
    expect: { C3: 'info' },
  },
  {
    name: 'a week left',
    change: (world) => (world.certificates['autodiscover.a.example'] = { validFrom: now - 40 * day, validTo: now + 6 * day }),
    expect: { C3: 'warn' },
  },
  {
    name: 'one node shows no certificate',
    change: (world) => (world.certificates['autodiscover.a.example 2001:db8::10'] = failure('reset', 'ECONNRESET')),
    expect: {
      C1: ['unknown', /at 192\.0\.2\.10 names this host\. A certificate was seen at 1 of 2 addresses: 2001:db8::10 cut/],
      C2: ['unknown', /1 of 2 addresses/],
      C3: ['unknown', /1 of 2 addresses/],
    },
  },
  {
    name: 'one node shows no certificate, the other a bad one',
    change: (world) => {
      world.certificates['autodiscover.a.example'] = { validTo: now - day, trustError: 'CERT_HAS_EXPIRED', reachesTrustedRoot: true };
      world.certificates['autodiscover.a.example 2001:db8::10'] = failure('reset', 'ECONNRESET');
    },
    expect: { C3: ['fail', /1 of 2 addresses/] },
  },
  {
    name: 'one node has another certificate, and is named',
    change: (world) => {
      world.certificates['autodiscover.a.example 2001:db8::10'] = {
        fingerprint: 'BB',
        names: ['www.a.example'],
        validTo: now - day,
        selfSigned: true,
        trustError: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      };
    },
    expect: {
      C1: ['fail', /"autodiscover\.a\.example" at 2001:db8::10 does not name/],
      C2: ['fail', /at 2001:db8::10 is self-signed/],
      C3: ['fail', /at 2001:db8::10 expired/],
    },
  },
  {
    name: 'two nodes with the same certificate: no address is singled out',
    expect: {
      C1: ['pass', /^The certificate of "autodiscover\.a\.example" names/],
      C3: ['pass', /^The certificate of "autodiscover\.a\.example" is valid/],
    },
  },
  {
    name: 'intermediate missing, system store not readable',
    change: (world) =>
      (world.certificates['autodiscover.a.example'] = { trustError: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', systemStoreRead: false }),
    expect: { C2: ['unknown', /cannot read/], F1: ['pass', /cannot read this system’s store/] },
  },
  {
    name: 'the stated endpoint’s certificate counts, wherever else the lookup finds its answer',
    subject: { autodiscover: 'https://mail.a.example/autodiscover/autodiscover.svc/WSSecurity' },
    change: (world) =>
      (world.certificates['mail.a.example'] = { validTo: now - day, trustError: 'CERT_HAS_EXPIRED', reachesTrustedRoot: true }),
    expect: {
      C1: ['pass', /"mail\.a\.example"/],
      C3: ['fail', /"mail\.a\.example" expired/],
      F1: ['warn', /plan’s own Autodiscover URL: https:\/\/mail\.a\.example\/\S+ answers NoError, over a connection .*CERT_HAS_EXPIRED/],
      W1: ['pass', /"https:\/\/mail\.a\.example/],
    },
  },
  {
    name: 'the first hop’s certificate counts where it redirects',
    change: (world) => {
      world.certificates['autodiscover.a.example'] = { validTo: now - day, trustError: 'CERT_HAS_EXPIRED', reachesTrustedRoot: true };
      world.http = (request) => {
        if (request.host !== 'autodiscover.a.example') return healthyPartner(request);
        return request.secure ? { status: 302, headers: { location: `https://mail.a.example${request.path}` } } : failure('refused', 'ECONNREFUSED');
      };
    },
    expect: { C3: ['fail', /"autodiscover\.a\.example" expired/], F1: ['warn', /follows no redirect/] },
  },
  {
    name: 'handshake fails',
    change: (world) => (world.certificates['autodiscover.a.example'] = failure('handshake', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION')),
    expect: { C1: ['unknown', /PROTOCOL_VERSION/], C2: 'unknown', C3: 'unknown' },
  },
]);
