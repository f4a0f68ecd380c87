/** What the checks see of real servers, beside what sslscan, testssl.sh and openssl say of them. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { createPorts } from '../../../server/src/network/index.ts';
import type { CertificateAnswer, Ports } from '../../../server/src/checks/ports.ts';
import { clientHello, versionNumber, type TlsVersion } from '../../../server/src/checks/wire/clientHello.ts';
import { ServerFlight } from '../../../server/src/checks/wire/serverFlight.ts';
import { runProgram } from '../../practice/programs/runProgram.ts';
import { probe } from '../loopback.ts';
import { host, issue, removeWorkshop, serve, workshop, type Leaf } from './opensslServer.ts';

const made = workshop();
after(async () => removeWorkshop(await made));

const versions: readonly TlsVersion[] = ['1.0', '1.1', '1.2', '1.3'];
const options: Readonly<Record<TlsVersion, string>> = { '1.0': '-tls1', '1.1': '-tls1_1', '1.2': '-tls1_2', '1.3': '-tls1_3' };
const to = { address: '192.0.2.10', port: 443 };

async function portsTo(port: number): Promise<Ports> {
  const root = await (await made).read('root.pem');
  return createPorts({ route: { connect: { '192.0.2.10:443': `127.0.0.1:${port}` } }, extraCa: root.toString() });
}

async function fly(port: number, version: TlsVersion): Promise<ServerFlight> {
  const { exchange, random } = await portsTo(port);
  const flight = new ServerFlight(true);
  const reply = await exchange.exchange(to, clientHello(version, host, random.bytes(96)), (bytes) => flight.read(bytes), probe(5_000));
  assert.equal(reply.kind, 'bytes');
  return flight;
}

async function table(port: number): Promise<readonly TlsVersion[]> {
  const spoken: TlsVersion[] = [];
  for (const version of versions) {
    const { answer } = await fly(port, version);
    if (answer.kind === 'serverHello' && answer.version === versionNumber[version]) spoken.push(version);
  }
  return spoken;
}

async function shown(port: number): Promise<CertificateAnswer> {
  const { chain, staple } = await fly(port, '1.2');
  assert.ok(chain);
  const answer = (await portsTo(port)).certificate.read({ sent: chain, host, protocol: 'TLS 1.2', reading: 'clear', staple, now: Date.now() });
  assert.ok(answer);
  return answer;
}

async function sslscan(port: number): Promise<string> {
  const less = ['--no-ciphersuites', '--no-fallback', '--no-renegotiation', '--no-compression', '--no-heartbleed', '--no-groups', '--no-colour'];
  return (await runProgram('sslscan', [...less, '--xml=-', `--sni-name=${host}`, `127.0.0.1:${port}`])).stdout;
}

const plain: Leaf = { name: 'plain' };
const settings: readonly (readonly [readonly TlsVersion[], readonly string[]])[] = [
  ...versions.map((version) => [[version], [options[version]]] as const),
  [['1.2', '1.3'], ['-no_tls1', '-no_tls1_1']],
  [versions, []],
];
for (const [spoken, args] of settings) {
  test(`a server that speaks ${spoken.join(', ')}: the table of versions is sslscan’s`, async (context) => {
    const shop = await made;
    await issue(shop, plain);
    const port = await serve(context, shop, 'plain', ...args);
    assert.deepEqual(await table(port), spoken);
    const scanned = [...(await sslscan(port)).matchAll(/type="tls" version="(1\.\d)" enabled="1"/g)].map(([, version]) => version);
    assert.deepEqual(scanned, spoken);
  });
}

test('testssl.sh says the same of the versions', async (context) => {
  const shop = await made;
  await issue(shop, plain);
  const port = await serve(context, shop, 'plain', '-no_tls1_1', '-no_tls1_3');
  const { stdout } = await runProgram('testssl', ['--color', '0', '--warnings', 'batch', '--nodns', 'none', '-p', `127.0.0.1:${port}`], 55_000);
  const offered = [...stdout.matchAll(/^ TLS 1(?:\.(\d))? +offered/gm)].map(([, minor]) => `1.${minor ?? '0'}`);
  assert.deepEqual(offered, ['1.0', '1.2'], stdout);
  assert.deepEqual(await table(port), offered);
});

const leaves: readonly (readonly [Leaf, readonly string[], 'complete' | 'leafOnly', string | undefined])[] = [
  [plain, [], 'complete', undefined],
  [{ name: 'alone' }, [], 'leafOnly', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  [{ name: 'expired', days: -1 }, [], 'complete', 'CERT_HAS_EXPIRED'],
  [{ name: 'sha1', hash: '-sha1' }, [], 'complete', undefined],
  [{ name: 'short', key: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'] }, [], 'complete', undefined],
  [{ name: 'edwards', key: ['-algorithm', 'ED25519'] }, [], 'complete', undefined],
  [{ name: 'curve', key: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'] }, [], 'complete', undefined],
  [{ name: 'pss', key: ['-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:2048'] }, [], 'complete', undefined],
  [{ name: 'many', names: [host, ...Array.from({ length: 499 }, (_, at) => `host-${at}.very-long-name-of-a-department.a.example`)] }, [], 'complete', undefined],
  [{ name: 'clients', extensions: ['basicConstraints=CA:FALSE', 'extendedKeyUsage=clientAuth', `subjectAltName=DNS:${host}`] }, [], 'complete', 'INVALID_PURPOSE'],
];
for (const [leaf, args, sends, error] of leaves) {
  test(`certificate "${leaf.name}": dates, names, chain, key and judgement are openssl’s`, async (context) => {
    const shop = await made;
    await issue(shop, leaf);
    const extra = sends === 'complete' ? ['-cert_chain', shop.file('middle.pem')] : [];
    const port = await serve(context, shop, leaf.name, ...extra, ...args);
    const answer = await shown(port);
    const [own] = answer.chain;
    const client = ['s_client', '-connect', `127.0.0.1:${port}`, '-servername', host, '-CAfile', shop.file('root.pem'), '-showcerts', '-cipher', 'ALL:@SECLEVEL=0'];
    const said = await runProgram('openssl', [...client, '-tls1_2', '-purpose', 'sslserver']);
    assert.equal(answer.sent.length, said.stdout.match(/-----BEGIN CERTIFICATE-----/g)?.length);
    const text = await shop.openssl('x509', '-in', shop.file(`${leaf.name}.pem`), '-noout', '-text', '-fingerprint', '-sha256');
    assert.equal(own.validFrom, Date.parse(/Not Before: (.*)$/m.exec(text)?.[1] ?? ''));
    assert.equal(own.validTo, Date.parse(/Not After : (.*)$/m.exec(text)?.[1] ?? ''));
    assert.equal(own.fingerprint, /Fingerprint=(.*)$/im.exec(text)?.[1]);
    if (own.key.kind === 'EdDSA') assert.match(text, new RegExp(own.key.words, 'i'));
    else assert.equal(own.key.bits, Number(/Public-Key: \((\d+) bit/.exec(text)?.[1]));
    assert.equal(own.nameCount, text.match(/DNS:/g)?.length);
    assert.equal(own.coversHost, true);
    assert.equal(own.brokenSignature, text.includes('Signature Algorithm: sha1'));
    assert.equal(answer.trustError, error);
    const code = Number(/Verify return code: (\d+)/.exec(said.stdout)?.[1]);
    const codes: Readonly<Record<string, readonly number[]>> = { UNABLE_TO_VERIFY_LEAF_SIGNATURE: [21], CERT_HAS_EXPIRED: [10], INVALID_PURPOSE: [26] };
    assert.ok((error === undefined ? [0] : (codes[error] ?? [])).includes(code), `${error ?? 'trusted'}: ${said.stdout.slice(-900)}`);
  });
}

test('sslscan sees the same key, signature and end', async (context) => {
  const shop = await made;
  await issue(shop, { name: 'compared', hash: '-sha384' });
  const port = await serve(context, shop, 'compared', '-cert_chain', shop.file('middle.pem'));
  const { chain: [own] } = await shown(port);
  const scanned = await sslscan(port);
  assert.equal(own.key.bits, Number(/<pk [^>]*bits="(\d+)"/.exec(scanned)?.[1]));
  assert.equal(own.validTo, Date.parse(/<not-valid-after>(.*)<\/not-valid-after>/.exec(scanned)?.[1] ?? ''));
  assert.match(scanned, /sha384WithRSAEncryption/);
  assert.equal(own.signature, 'RSA with SHA-384');
});

test('a server of TLS 1.3 alone shows its certificates by a handshake, and nothing is added to them', async (context) => {
  const shop = await made;
  await issue(shop, plain);
  const alone = await serve(context, shop, 'plain', '-tls1_3');
  const whole = await serve(context, shop, 'plain', '-tls1_3', '-cert_chain', shop.file('middle.pem'));
  const ask = async (port: number): Promise<unknown[]> => {
    const answer = await (await portsTo(port)).certificate.handshake(to, host, probe(5_000));
    assert.ok(answer.kind === 'certificate', JSON.stringify(answer));
    return [answer.reading, answer.sent.length, answer.trustError];
  };
  assert.deepEqual(await ask(alone), ['handshake', 1, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']);
  assert.deepEqual(await ask(whole), ['handshake', 2, undefined]);
});

test('stapled OCSP answers and revocation lists of openssl are read and verified', async (context) => {
  const shop = await made;
  const extensions = ['basicConstraints=CA:FALSE', `subjectAltName=DNS:${host}`, 'tlsfeature=status_request'];
  for (const name of ['good', 'bad']) await issue(shop, { name, extensions });
  const serials = await Promise.all(['good', 'bad'].map(async (name) => (await shop.openssl('x509', '-in', shop.file(`${name}.pem`), '-noout', '-serial')).trim().slice(7)));
  const row = (state: string, serial: string | undefined): string => `${state}\t301231235959Z\t${state === 'R' ? '260101000000Z' : ''}\t${serial ?? ''}\tunknown\t/CN=${host}\n`;
  await shop.write('index.txt', row('V', serials[0]) + row('R', serials[1]));
  await shop.write('crlnumber', '01\n');
  await shop.write('ca.cnf', `[ca]\ndefault_ca=own\n[own]\ndatabase=${shop.file('index.txt')}\ncrlnumber=${shop.file('crlnumber')}\ndefault_md=sha256\ndefault_crl_days=7\n`);
  await shop.openssl('ca', '-config', shop.file('ca.cnf'), '-gencrl', '-cert', shop.file('middle.pem'), '-keyfile', shop.file('middle.key'), '-out', shop.file('list.pem'));
  await shop.openssl('crl', '-in', shop.file('list.pem'), '-outform', 'DER', '-out', shop.file('list.crl'));
  for (const [name, status] of [['good', 'good'], ['bad', 'revoked']] as const) {
    const port = await serve(context, shop, name, '-cert_chain', shop.file('middle.pem'));
    const { certificate } = await portsTo(port);
    const plainAnswer = await shown(port);
    assert.equal(plainAnswer.staple, undefined);
    assert.equal(plainAnswer.chain[0].mustStaple, true);
    const [own, issuer] = plainAnswer.chain;
    assert.ok(issuer);
    // openssl answers the question that the product asks.
    await writeFile(shop.file('request.der'), certificate.ocspRequest(own, issuer) ?? '');
    const signer = ['-index', shop.file('index.txt'), '-CA', shop.file('middle.pem'), '-rsigner', shop.file('middle.pem'), '-rkey', shop.file('middle.key')];
    await shop.openssl('ocsp', ...signer, '-ndays', '3', '-reqin', shop.file('request.der'), '-respout', shop.file(`${name}.ocsp`));
    const stapled = await shown(await serve(context, shop, name, '-cert_chain', shop.file('middle.pem'), '-status_file', shop.file(`${name}.ocsp`)));
    assert.ok(stapled.staple, 'the server staples');
    const read = certificate.readOcspAnswer(stapled.staple, own, issuer);
    assert.deepEqual(read.kind === 'status' && [read.status, read.signature], [status, 'good']);
    const root = stapled.chain[2];
    assert.ok(root);
    assert.equal(certificate.readOcspAnswer(stapled.staple, own, root).kind, 'otherCertificate');
    const list = certificate.readRevocationList(await shop.read('list.crl'), own, issuer);
    assert.deepEqual(list.kind === 'list' && [list.revoked, list.signature, list.revokedAt], [status === 'revoked', 'good', status === 'revoked' ? Date.UTC(2026, 0, 1) : undefined]);
    const bent = Buffer.from(await shop.read('list.crl'));
    bent[bent.length - 5] = (bent[bent.length - 5] ?? 0) ^ 1;
    const forged = certificate.readRevocationList(bent, own, issuer);
    assert.equal(forged.kind === 'list' && forged.signature, 'bad');
  }
});
