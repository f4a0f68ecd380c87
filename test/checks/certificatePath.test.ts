import 'reflect-metadata';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as x509 from '@peculiar/x509';
import { coversName, findPath, type CertificatePath, type TrustAnchors } from '../../server/src/checks/wire/certificatePath.ts';
import { sameBytes } from '../../server/src/checks/wire/der.ts';
import { readCertificate, type X509 } from '../../server/src/checks/wire/x509.ts';
import { shownCertificates } from '../../server/src/checks/wire/shownCertificates.ts';
import { hashOf, verifySignature } from '../../server/src/network/signatures.ts';
import { make, type Made } from './madeCertificates.ts';

const trusting = (...roots: readonly Made[]): TrustAnchors => ({
  systemStoreRead: true,
  named: (subject) => roots.filter(({ read }) => sameBytes(read.subject, subject)).map(({ read }) => ({ certificate: read, origin: 'mozilla' as const })),
});
const pathOf = (own: Made, others: readonly Made[], anchors: TrustAnchors, verify = verifySignature): CertificatePath =>
  findPath(own.read, others.map(({ read }) => read), anchors, verify, Date.now());
const told = ({ anchor, error, dateError, certificates }: CertificatePath): unknown[] => [anchor, error, dateError, certificates.map(({ commonName }) => commonName)];

const world = (async () => {
  const root = await make({ name: 'Root', authority: true, to: 3_000 });
  const middle = await make({ name: 'Middle', issuer: root, authority: true, pathLength: 0 });
  const leaf = await make({ name: 'leaf', issuer: middle, names: ['mail.a.example'] });
  return { root, middle, leaf, trust: trusting(root) };
})();

test('a complete chain leads to its root, in whatever order and among whatever else it was sent', async () => {
  const { root, middle, leaf, trust } = await world;
  const stranger = await make({ name: 'Stranger', authority: true });
  for (const others of [[middle], [middle, root], [root, middle], [stranger, middle, stranger]]) {
    assert.deepEqual(told(pathOf(leaf, others, trust)), ['mozilla', undefined, undefined, ['leaf', 'Middle', 'Root']]);
  }
});

test('what is missing or private is told by OpenSSL’s codes', async () => {
  const { root, middle, leaf, trust } = await world;
  const nobody = trusting();
  const self = await make({ name: 'self' });
  assert.equal(pathOf(leaf, [], trust).error, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  assert.equal(pathOf(leaf, [middle], nobody).error, 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
  assert.equal(pathOf(leaf, [middle, root], nobody).error, 'SELF_SIGNED_CERT_IN_CHAIN');
  assert.equal(pathOf(self, [], nobody).error, 'DEPTH_ZERO_SELF_SIGNED_CERT');
  assert.deepEqual(told(pathOf(self, [], trusting(self))), ['mozilla', undefined, undefined, ['self']]);
});

test('an issuer of the right name and another key did not sign it', async () => {
  const { root, leaf, trust } = await world;
  const impostor = await make({ name: 'Middle', issuer: root, authority: true });
  assert.equal(pathOf(leaf, [impostor], trust).error, 'CERT_SIGNATURE_FAILURE');
});

test('a signature that this process cannot compute is said to be unverified', async () => {
  const { middle, leaf, trust } = await world;
  assert.equal(pathOf(leaf, [middle], trust, () => 'unknown').error, 'SIGNATURE_NOT_VERIFIED');
});

test('the intermediate that is in its dates is taken before the one that is not', async () => {
  const { root, middle, leaf, trust } = await world;
  const old = await make({ name: 'Middle', keys: middle.keys, issuer: root, authority: true, from: -900, to: -1 });
  assert.equal(pathOf(leaf, [old], trust).dateError, 'CERT_HAS_EXPIRED');
  assert.equal(pathOf(leaf, [old, middle], trust).dateError, undefined);
  const future = await make({ name: 'future', issuer: middle, from: 5 });
  assert.equal(pathOf(future, [middle], trust).dateError, 'CERT_NOT_YET_VALID');
});

const faults: readonly (readonly [string, string, (given: { root: Made; middle: Made }) => Promise<readonly [Made, readonly Made[]]>])[] = [
  ['a leaf that issues', 'INVALID_CA', async ({ root }) => {
    const issuing = await make({ name: 'Issuing', issuer: root, authority: false });
    return [await make({ name: 'leaf', issuer: issuing }), [issuing]];
  }],
  ['an issuer without basic constraints', 'INVALID_CA', async ({ root }) => {
    const issuing = await make({ name: 'Issuing', issuer: root });
    return [await make({ name: 'leaf', issuer: issuing }), [issuing]];
  }],
  ['an issuer that may not sign certificates', 'INVALID_CA', async ({ root }) => {
    const extensions = [new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true)];
    const issuing = await make({ name: 'Issuing', issuer: root, authority: true, extensions });
    return [await make({ name: 'leaf', issuer: issuing }), [issuing]];
  }],
  ['more authorities than allowed', 'PATH_LENGTH_EXCEEDED', async ({ middle }) => {
    const second = await make({ name: 'Second', issuer: middle, authority: true });
    return [await make({ name: 'leaf', issuer: second }), [second, middle]];
  }],
  ['a certificate for clients', 'INVALID_PURPOSE', async ({ middle }) =>
    [await make({ name: 'leaf', issuer: middle, extensions: [new x509.ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.2'])] }), [middle]]],
  ['an extension that nobody knows and that is critical', 'UNHANDLED_CRITICAL_EXTENSION', async ({ middle }) =>
    [await make({ name: 'leaf', issuer: middle, extensions: [new x509.Extension('1.2.3.4', true, Uint8Array.of(5, 0))] }), [middle]]],
  ['a name outside the authority’s', 'PERMITTED_VIOLATION', async ({ root }) => {
    const issuing = await make({ name: 'Issuing', issuer: root, authority: true, extensions: [permitted('b.example')] });
    return [await make({ name: 'leaf', issuer: issuing, names: ['mail.a.example'] }), [issuing]];
  }],
];

/** NameConstraints with one permitted DNS name. */
function permitted(name: string): x509.Extension {
  const dns = [0x82, name.length, ...Buffer.from(name)];
  const subtree = [0x30, dns.length, ...dns];
  const list = [0xa0, subtree.length, ...subtree];
  return new x509.Extension('2.5.29.30', true, Uint8Array.from([0x30, list.length, ...list]));
}

for (const [what, code, build] of faults) {
  test(`${what}: ${code}`, async () => {
    const { root, middle, trust } = await world;
    const [own, others] = await build({ root, middle });
    const path = pathOf(own, others, trust);
    assert.deepEqual([path.error, path.anchor], [code, 'mozilla']);
  });
}

test('a root that another, expired one has cross-signed is trusted for itself, whatever else was sent', async () => {
  const old = await make({ name: 'Old Root', authority: true, from: -4_000, to: -10 });
  const present = await make({ name: 'New Root', authority: true, to: 3_000 });
  const crossed = await make({ name: 'New Root', keys: present.keys, issuer: old, authority: true, from: -1_000, to: 200 });
  const middle = await make({ name: 'Middle', issuer: present, authority: true });
  const leaf = await make({ name: 'leaf', issuer: middle, names: ['mail.a.example'] });
  for (const others of [[middle, crossed], [middle, crossed, old], [old, crossed, middle], [middle]]) {
    for (const trust of [trusting(present), trusting(old, present)]) {
      assert.deepEqual(told(pathOf(leaf, others, trust)), ['mozilla', undefined, undefined, ['leaf', 'Middle', 'New Root']]);
    }
  }
  // Who knows the old one alone has but an expired path.
  assert.equal(pathOf(leaf, [middle, crossed], trusting(old)).dateError, 'CERT_HAS_EXPIRED');
});

test('a certificate of 500 names covers the last of them, and is told with its first', async () => {
  const names = Array.from({ length: 500 }, (_, at) => `h${at}.a.example`);
  const { root, middle, trust } = await world;
  const leaf = await make({ name: 'many', issuer: middle, names });
  const reader = { anchors: trust, hash: hashOf, verify: verifySignature, readIssuer: readCertificate };
  const shown = shownCertificates({ sent: [leaf.der, middle.der, root.der], host: 'h499.a.example', protocol: 'TLS 1.2', reading: 'clear', now: Date.now() }, reader);
  assert.deepEqual([shown?.trustError, shown?.chain[0].coversHost, shown?.chain[0].nameCount, shown?.chain[0].names.length], [undefined, true, 500, 100]);
});

test('a name inside the authority’s is well', async () => {
  const { root, trust } = await world;
  const issuing = await make({ name: 'Issuing', issuer: root, authority: true, extensions: [permitted('a.example')] });
  assert.equal(pathOf(await make({ name: 'leaf', issuer: issuing, names: ['mail.a.example'] }), [issuing], trust).error, undefined);
});

test('certificates that all issue one another are tried a bounded number of times', async () => {
  const keys = (await make({ name: 'Same' })).keys;
  const same = await Promise.all(Array.from({ length: 14 }, () => make({ name: 'Same', keys, authority: true })));
  let verifications = 0;
  const path = pathOf(await make({ name: 'leaf', issuer: { keys, name: 'Same' } }), same, trusting(), (...args) => {
    verifications++;
    return verifySignature(...args);
  });
  assert.ok(verifications <= 50, String(verifications));
  assert.equal(path.error, 'SELF_SIGNED_CERT_IN_CHAIN');
});

const names: readonly (readonly [readonly string[] | undefined, string, boolean])[] = [
  [['mail.a.example'], 'mail.a.example', true],
  [['MAIL.A.example.'], 'mail.a.example', true],
  [['*.a.example'], 'mail.a.example', true],
  [['*.a.example'], 'a.example', false],
  [['*.a.example'], 'x.mail.a.example', false],
  [['*.example'], 'a.example', false],
  [['*'], 'mail', false],
  [['www.a.example'], 'mail.a.example', false],
  [undefined, 'mail.a.example', true],
];
for (const [dnsNames, host, covers] of names) {
  test(`${dnsNames?.join() ?? 'the common name'} ${covers ? 'covers' : 'does not cover'} ${host}`, () => {
    const certificate: Pick<X509, 'dnsNames' | 'commonName'> = { dnsNames, commonName: 'mail.a.example' };
    assert.equal(coversName(certificate, host), covers);
  });
}
