import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rootCertificates } from 'node:tls';
import { hexadecimal } from '../../server/src/checks/wire/der.ts';
import { readCertificate, readSubject } from '../../server/src/checks/wire/x509.ts';
import { createTrustStore } from '../../server/src/network/trustStore.ts';

const ders = rootCertificates.map((pem) => Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64'));

test('each of Mozilla’s authorities is found by its subject, in every store of a process', () => {
  for (const store of [createTrustStore(), createTrustStore()]) {
    for (const der of ders) {
      const own = readCertificate(der);
      assert.ok(own);
      const found = store.anchors.named(own.subject).filter(({ certificate }) => hexadecimal(certificate.raw) === hexadecimal(own.raw));
      assert.deepEqual(found.map(({ origin }) => origin), ['mozilla']);
    }
  }
});

test('the subject alone is the one that the whole certificate has; what is no certificate has none', () => {
  for (const der of ders) assert.deepEqual(readSubject(der), readCertificate(der)?.subject);
  for (const bytes of [new Uint8Array(0), Uint8Array.of(0x30, 0x00), Uint8Array.of(0x30, 0x80, 1, 2)]) assert.equal(readSubject(bytes), undefined);
});

test('a named authority that Mozilla has as well is one; what is no certificate is left out', () => {
  const [pem = ''] = rootCertificates;
  const own = readCertificate(ders[0] ?? new Uint8Array(0));
  assert.ok(own);
  const broken = '-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n';
  const store = createTrustStore(`${broken}${pem}`, undefined);
  assert.equal(store.anchors.named(own.subject).length, 1);
  assert.ok(store.context);
});
