import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressAndPort, addressKind, canonicalAddress, type AddressKind } from '../../server/src/checks/wire/address.ts';
import { clientHello } from '../../server/src/checks/wire/clientHello.ts';
import {
  federationInformationRequest,
  isExchangeOnline,
  readFederationInformation,
  sameApplicationUri,
} from '../../server/src/checks/wire/federationInformation.ts';
import { authenticationSchemes } from '../../server/src/checks/wire/httpAnswer.ts';
import { httpUrlText, readHttpUrl, readLocation, shownUrl } from '../../server/src/checks/wire/httpUrl.ts';
import { editDistance } from '../../server/src/checks/wire/proof.ts';
import { readServerAnswer } from '../../server/src/checks/wire/serverFlight.ts';
import { messageId } from '../../server/src/checks/wire/soap.ts';
import { readWsSecurityFault, tokenlessRequest } from '../../server/src/checks/wire/wsSecurity.ts';
import { readXml } from '../../server/src/checks/wire/xmlTree.ts';
import { informationXml, wsseFault } from './fakeWorld.ts';
import { bytesOf, serverHello } from './helloBytes.ts';

const random = Uint8Array.from({ length: 96 }, (_, at) => at);

for (const version of ['1.0', '1.1', '1.2', '1.3'] as const) {
  test(`a hello for TLS ${version} has lengths that add up and offers that version alone`, () => {
    const hello = Buffer.from(clientHello(version, 'mail.a.example', random));
    assert.equal(hello.subarray(0, 3).toString('hex'), '160301');
    assert.equal(hello.readUInt16BE(3), hello.length - 5);
    assert.equal(hello.readUIntBE(6, 3), hello.length - 9);
    assert.equal(hello.readUInt16BE(9), { '1.0': 0x0301, '1.1': 0x0302, '1.2': 0x0303, '1.3': 0x0303 }[version]);
    const sessionId = hello[43] ?? 0;
    assert.equal(sessionId, version === '1.3' ? 32 : 0);
    const suitesAt = 44 + sessionId;
    const extensionsAt = suitesAt + 2 + hello.readUInt16BE(suitesAt) + 2;
    assert.equal(hello.readUInt16BE(extensionsAt), hello.length - extensionsAt - 2);
    const types: number[] = [];
    for (let at = extensionsAt + 2; at < hello.length; at += 4 + hello.readUInt16BE(at + 2)) types.push(hello.readUInt16BE(at));
    const own = { '1.0': [], '1.1': [], '1.2': [0x0d], '1.3': [0x0d] }[version];
    assert.deepEqual(types, [0, 0x0a, 0x0b, ...(version === '1.3' ? [] : [5]), ...own, 0xff01, ...(version === '1.3' ? [0x2b, 0x2d, 0x33] : [])]);
    assert.ok(hello.includes('mail.a.example'));
  });
}

test('a hello to an address carries no server name', () => {
  const hello = Buffer.from(clientHello('1.2', undefined, random));
  const named = Buffer.from(clientHello('1.2', 'a', random));
  assert.equal(named.length - hello.length, 4 + 2 + 3 + 1);
});

const answers: readonly (readonly [string, string, object])[] = [
  ['protocol_version alert', '15 03 01 00 02 02 46', { kind: 'alert', level: 2, description: 70 }],
  ['handshake_failure alert', '15 03 03 00 02 02 28', { kind: 'alert', level: 2, description: 40 }],
  [
    'ServerHello of TLS 1.2',
    serverHello(0x0303, 0xc02f),
    { kind: 'serverHello', version: 0x0303, suite: 0xc02f, retryRequest: false, downgrade: false },
  ],
  [
    'ServerHello of TLS 1.0',
    serverHello(0x0301, 0x002f),
    { kind: 'serverHello', version: 0x0301, suite: 0x002f, retryRequest: false, downgrade: false },
  ],
  [
    'ServerHello of TLS 1.3',
    serverHello(0x0304, 0x1302),
    { kind: 'serverHello', version: 0x0304, suite: 0x1302, retryRequest: false, downgrade: false },
  ],
  [
    'ServerHello with downgrade mark',
    serverHello(0x0302, 0xc013, `${'00'.repeat(24)}444f574e47524400`),
    { kind: 'serverHello', version: 0x0302, suite: 0xc013, retryRequest: false, downgrade: true },
  ],
  ['nothing', '', { kind: 'incomplete' }],
  ['half a header', '16 03 03', { kind: 'incomplete' }],
  ['plain http', Buffer.from('HTTP/1.1 400 Bad Request\r\n').toString('hex'), { kind: 'notTls', start: 'HTTP/1.1 400 Bad Request..' }],
  ['an SSH banner', Buffer.from('SSH-2.0-x').toString('hex'), { kind: 'notTls', start: 'SSH-2.0-x' }],
  ['a handshake that is no ServerHello', '16 03 03 00 04 0e 00 00 00', { kind: 'unreadable', start: '16030300040e000000' }],
  ['two alerts in one record', '15 03 03 00 04 01 70 02 28', { kind: 'alert', level: 2, description: 40 }],
  ['one alert in two records', '15 03 03 00 01 02 15 03 03 00 01 46', { kind: 'alert', level: 2, description: 70 }],
  ['half an alert', '15 03 03 00 01 02', { kind: 'incomplete' }],
  ['an SSL 2 record', '80 03 00 00 01', { kind: 'notTls' }],
  ['a session id that is too long', serverHello(0x0303, 0xc02f).replace(/^(.{86})00/, '$1ff'), { kind: 'unreadable' }],
];
for (const [name, hex, expected] of answers) {
  test(`server answer: ${name}`, () => {
    const { start, ...read } = readServerAnswer(bytesOf(hex)) as { start?: string };
    assert.deepEqual('start' in expected ? { start, ...read } : read, expected);
  });
}

test('an answer in one-byte pieces and over several records reads the same', () => {
  const whole = bytesOf(serverHello(0x0303, 0xc02f));
  for (let length = 0; length < whole.length; length++)
    assert.equal(readServerAnswer(whole.subarray(0, length)).kind, 'incomplete', `after ${length} bytes`);
  const message = [...whole.subarray(5)];
  const records = message.flatMap((byte) => [0x16, 3, 3, 0, 1, byte]);
  assert.deepEqual(readServerAnswer(Uint8Array.from(records)), readServerAnswer(whole));
});

const kinds: readonly (readonly [string, AddressKind])[] = [
  ['8.8.8.8', 'public'],
  ['192.0.2.10', 'documentation'],
  ['198.51.100.7', 'documentation'],
  ['203.0.113.1', 'documentation'],
  ['127.0.0.1', 'loopback'],
  ['127.9.9.9', 'loopback'],
  ['10.1.2.3', 'private'],
  ['172.16.0.1', 'private'],
  ['172.32.0.1', 'public'],
  ['192.168.1.1', 'private'],
  ['169.254.169.254', 'private'],
  ['100.64.0.1', 'private'],
  ['0.0.0.0', 'special'],
  ['192.88.99.1', 'special'],
  ['2001::1', 'special'],
  ['2001:0:4136:e378:8000:63bf:f5ff:fffe', 'special'],
  ['2001:2::1', 'special'],
  ['2001:2:1::1', 'public'],
  ['2001:10::1', 'special'],
  ['2001:1f::1', 'special'],
  ['2001:20::1', 'public'],
  ['2001:4860:4860::8888', 'public'],
  ['224.0.0.1', 'special'],
  ['255.255.255.255', 'special'],
  ['2001:db8::10', 'documentation'],
  ['2606:4700::1', 'public'],
  ['::1', 'loopback'],
  ['::', 'special'],
  ['fe80::1', 'private'],
  ['fd00::1', 'private'],
  ['ff02::1', 'special'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['::ffff:10.0.0.1', 'private'],
  ['64:ff9b::7f00:1', 'loopback'],
  ['2002:7f00:1::', 'loopback'],
  ['2002:c0a8:101::1', 'private'],
  ['not an address', 'special'],
];
for (const [address, kind] of kinds) test(`address ${address} is ${kind}`, () => assert.equal(addressKind(address), kind));

test('addresses have one spelling', () => {
  assert.equal(canonicalAddress('2001:DB8:0:0:0:0:0:10'), '2001:db8::10');
  assert.equal(canonicalAddress('1:0:0:2:0:0:0:3'), '1:0:0:2::3');
  assert.equal(canonicalAddress('::ffff:192.0.2.1'), '::ffff:c000:201');
  assert.equal(addressAndPort('2001:DB8::10', 443), '[2001:db8::10]:443');
});

const urls: readonly (readonly [string, string | undefined])[] = [
  ['https://Mail.A.example', 'https://mail.a.example/'],
  ['https://mail.a.example:444/EWS/Exchange.asmx', 'https://mail.a.example:444/EWS/Exchange.asmx'],
  ['http://a.example./x?y=1#z', 'http://a.example/x?y=1'],
  ['https://[2001:db8::1]/', 'https://[2001:db8::1]/'],
  ['https://127.0.0.1/', 'https://127.0.0.1/'],
  ['https://user:password@a.example/', undefined],
  ['https://a.example\\@b.example/', undefined],
  ['https://0x7f.1/', undefined],
  ['https://2130706433/', undefined],
  ['https://127.1/', undefined],
  ['https://a.example:0/', undefined],
  ['https://a.example/\r\nx: y', undefined],
  ['file:///etc/passwd', undefined],
  ['javascript:alert(1)', undefined],
  ['//a.example/', undefined],
];
for (const [text, expected] of urls) {
  test(`URL ${JSON.stringify(text)}`, () => {
    const url = readHttpUrl(text);
    assert.equal(url === undefined ? undefined : httpUrlText(url), expected);
  });
}

test('a relative location belongs to the host that sent it', () => {
  const from = readHttpUrl('https://a.example:8443/x') ?? assert.fail();
  assert.deepEqual(readLocation('/adfs/ls', from), { secure: true, host: 'a.example', port: 8443, path: '/adfs/ls' });
  assert.equal(readLocation('//b.example/x', from)?.host, 'b.example');
  assert.equal(readLocation('y?z=/..', from)?.path, '/y?z=/..');
  assert.equal(readLocation('../b/./c', { ...from, path: '/autodiscover/x.svc?q=/d/' })?.path, '/b/c');
  assert.equal(readLocation('../../../..', { ...from, path: '/a/b' })?.path, '/');
  assert.equal(readLocation('mailto:a@b.example', from), undefined);
  assert.equal(readLocation('', from), undefined);
});

test('the federation request is well-formed, escapes what it is given, and says the same action twice', () => {
  const { headers, body } = federationInformationRequest('https://a.example/autodiscover/autodiscover.svc', 'a<b>&"c.example', random);
  const read = readXml(body);
  assert.ok('root' in read);
  assert.match(body, /<e:Domain>a&lt;b&gt;&amp;&quot;c\.example<\/e:Domain>/);
  const action = /<a:Action[^>]*>([^<]*)</.exec(body)?.[1];
  assert.equal(headers.soapaction, `"${action ?? ''}"`);
  assert.ok(!body.includes('https://schemas'), 'namespaces are http on the wire');
  assert.match(messageId(random), /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('federation information is read by names and namespaces', () => {
  const read = readFederationInformation(informationXml());
  assert.ok(read.kind === 'information');
  assert.deepEqual(read.information, {
    errorCode: 'NoError',
    errorMessage: '',
    redirectUrl: undefined,
    applicationUri: 'FYDIBOHF25SPDLT.a.example',
    domains: ['A.example', 'FYDIBOHF25SPDLT.a.example'],
    tokenIssuers: ['urn:federation:MicrosoftOnline'],
    serverVersion: '15.1.2507.55',
  });
  assert.equal(readFederationInformation(informationXml().replaceAll('exchange/2010', 'exchange/other')).kind, 'other');
  assert.ok(sameApplicationUri('http://Outlook.com/', 'outlook.com'));
  assert.ok(isExchangeOnline({ ...read.information, serverVersion: '15.20.1.1' }));
});

test('the security fault is known by its namespace, not by its prefix', () => {
  assert.deepEqual([readWsSecurityFault(wsseFault)?.wantsToken, readWsSecurityFault(wsseFault)?.fault.code], [true, 'InvalidSecurity']);
  assert.equal(readWsSecurityFault(wsseFault.replace('oasis-200401', 'other'))?.wantsToken, false);
  const soap12 =
    '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope" ' +
    'xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"><e:Body><e:Fault>' +
    '<e:Code><e:Value>e:Sender</e:Value><e:Subcode><e:Value>w:FailedAuthentication</e:Value></e:Subcode></e:Code>' +
    '<e:Reason><e:Text>no</e:Text></e:Reason></e:Fault></e:Body></e:Envelope>';
  assert.equal(readWsSecurityFault(soap12)?.wantsToken, true);
  assert.equal(readWsSecurityFault('<html></html>'), undefined);
  assert.ok('root' in readXml(tokenlessRequest('webServices', 'https://a.example/EWS/Exchange.asmx/WSSecurity', random).body));
});

const hostile: readonly (readonly [string, string, RegExp])[] = [
  ['document type', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', /document type/],
  ['entities', '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', /document type/],
  ['unknown entity', '<x>&lol;</x>', /not well-formed/],
  ['depth', '<a>'.repeat(40), /nested deeper than 32/],
  ['many elements', `<a>${'<b/>'.repeat(20_000)}</a>`, /more than 16384 elements/],
  ['many namespaces', `<a>${Array.from({ length: 70 }, (_, at) => `<b xmlns:n${at}="u"/>`).join('')}</a>`, /namespaces/],
  ['size', `<a>${'x'.repeat(300_000)}</a>`, /longer than 256 KB/],
  ['unbound prefix', '<x:a/>', /not well-formed/],
  ['nothing', '', /not well-formed/],
  ['text', 'HTTP error', /not well-formed/],
];
for (const [name, text, problem] of hostile) {
  test(`hostile XML: ${name}`, () => {
    const read = readXml(text);
    assert.match('problem' in read ? read.problem : 'read', problem);
    assert.equal('problem' in read && read.beyondLimits, ['depth', 'many elements', 'many namespaces', 'size'].includes(name));
  });
}

test('authentication schemes are read from repeated and joined lines', () => {
  const answer = {
    headers: new Map([['www-authenticate', ['Negotiate', 'NTLM, Basic realm="a, Digest b"', 'Bearer client_id="x", trusted_issuers="y"']]]),
  };
  assert.deepEqual(authenticationSchemes({ kind: 'http', status: 401, statusText: '', body: '', truncated: false, ...answer }), [
    'negotiate',
    'ntlm',
    'basic',
    'bearer',
  ]);
});

const schemeLines: readonly (readonly [string, readonly string[]])[] = [
  ['Basic realm="say \\"hi, NTLM\\"", Negotiate', ['basic', 'negotiate']],
  ['realm = "x", Basic', ['basic']],
  ['', []],
  ['"unclosed, NTLM', []],
  ['\\"'.repeat(15_000), []],
  [`a${' '.repeat(30_000)}=x`, []],
  [`,${' '.repeat(30_000)}=`, []],
];
for (const [at, [line, expected]] of schemeLines.entries()) {
  test(`authentication schemes of one line, ${at}`, () => {
    const headers = new Map([['www-authenticate', [line]]]);
    const answer = { kind: 'http', status: 401, statusText: '', body: '', truncated: false, headers } as const;
    assert.deepEqual(authenticationSchemes(answer), expected);
  });
}

test('what a plan or a stranger wrote as a URL is shown without a password', () => {
  assert.equal(shownUrl('https://user:pass@a.example/x@y'), 'https://a.example/x@y');
  assert.equal(shownUrl('//user@a.example/'), '//a.example/');
  assert.equal(shownUrl('https://a.example/?mail=b@c'), 'https://a.example/?mail=b@c');
  assert.equal(shownUrl('x'.repeat(300)).length, 200);
});

test('edit distance is bounded', () => {
  assert.equal(editDistance('abc', 'abc', 3), 0);
  assert.equal(editDistance('abc', 'axcd', 3), 2);
  assert.equal(editDistance('a'.repeat(88), 'b'.repeat(88), 8), 9);
});
