/** The engine's own reading of certificates beside OpenSSL's, on every authority that Node brings, and on bent bytes. */
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { test } from 'node:test';
import { readCertificate } from '../../server/src/checks/wire/x509.ts';
import { readOcspAnswer } from '../../server/src/checks/wire/ocsp.ts';
import { readRevocationList } from '../../server/src/checks/wire/revocationList.ts';
import { hashOf, verifySignature } from '../../server/src/network/signatures.ts';

const authorities = rootCertificates.map((pem) => new X509Certificate(pem));

test('every authority of Mozilla reads as OpenSSL reads it', () => {
  assert.ok(authorities.length > 100);
  for (const theirs of authorities) {
    const ours = readCertificate(theirs.raw);
    assert.ok(ours, theirs.subject);
    assert.equal(ours.serial.replace(/^0+/, '').toUpperCase(), theirs.serialNumber.replace(/^0+/, ''));
    assert.equal(ours.validFrom, Date.parse(theirs.validFrom));
    assert.equal(ours.validTo, Date.parse(theirs.validTo));
    assert.equal(ours.authority?.isAuthority ?? true, theirs.ca);
    assert.equal(ours.selfIssued, theirs.subject === theirs.issuer);
    const { asymmetricKeyDetails: details, asymmetricKeyType: kind } = theirs.publicKey;
    assert.equal(ours.key.kind.toLowerCase(), kind);
    if (details?.modulusLength !== undefined) assert.equal(ours.key.bits, details.modulusLength);
    if (details?.namedCurve === 'prime256v1') assert.equal(ours.key.words, 'EC P-256');
    const commonName = /^CN=(.*)$/m.exec(theirs.subject)?.[1];
    if (commonName !== undefined && !commonName.includes('\\')) assert.equal(ours.commonName, commonName);
    assert.ok(theirs.publicKey.export({ type: 'spki', format: 'der' }).equals(ours.publicKeyInfo));
  }
});

test('every authority’s own signature is good, and bad over another’s bytes', () => {
  for (const [at, theirs] of authorities.entries()) {
    const ours = readCertificate(theirs.raw);
    const other = readCertificate(authorities[(at + 1) % authorities.length]?.raw ?? new Uint8Array());
    assert.ok(ours && other);
    assert.equal(verifySignature(ours.signed, ours.signature, ours.algorithm, ours.publicKeyInfo), 'good', theirs.subject);
    assert.equal(verifySignature(other.signed, ours.signature, ours.algorithm, ours.publicKeyInfo), 'bad', theirs.subject);
  }
});

test('an algorithm that nobody knows is unknown, not bad', () => {
  const ours = readCertificate(authorities[0]?.raw ?? new Uint8Array());
  assert.ok(ours);
  assert.equal(verifySignature(ours.signed, ours.signature, { oid: '1.2.3', parameters: undefined }, ours.publicKeyInfo), 'unknown');
  assert.equal(verifySignature(ours.signed, ours.signature, ours.algorithm, Uint8Array.of(1, 2, 3)), 'unknown');
});

test('bent and cut certificates never make a reader throw', () => {
  for (const theirs of authorities.filter((_, at) => at % 40 === 0)) {
    const whole = readCertificate(theirs.raw);
    assert.ok(whole);
    for (let at = 0; at < theirs.raw.length; at += 1) {
      const bent = Buffer.from(theirs.raw);
      bent[at] = (bent[at] ?? 0) ^ (1 << at % 8);
      for (const bytes of [bent, theirs.raw.subarray(0, at)]) {
        readCertificate(bytes);
        readOcspAnswer(bytes, whole, whole, hashOf, verifySignature, 0);
        readRevocationList(bytes, whole, whole, verifySignature);
      }
    }
  }
});

test('lengths without end, depth and indefinite forms are no certificates', () => {
  const hostile = ['', '30', '3080', '30850000000001', '3084ffffffff', '30'.repeat(5_000), '3003020101'.repeat(10), '1f1f1f'];
  for (const hex of hostile) assert.equal(readCertificate(Buffer.from(hex, 'hex')), undefined, hex.slice(0, 20));
});
