import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VerifySignature } from '../../server/src/checks/wire/certificatePath.ts';
import { rememberingVerifier } from '../../server/src/network/knownCertificates.ts';

const algorithm = { oid: '1.2.840.113549.1.1.11', parameters: undefined };
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

test('the signature of a certificate that is read once is verified once for each key', () => {
  const asked: string[] = [];
  const verify: VerifySignature = (signed, signature, _algorithm, key) => {
    asked.push([signed, signature, key].map((part) => part[0]).join(' '));
    return key[0] === 7 ? 'good' : 'bad';
  };
  const remembering = rememberingVerifier(verify);
  const [signed, signature, good, other] = [bytes(1), bytes(2), bytes(7), bytes(8)];
  for (let time = 0; time < 3; time++) {
    assert.equal(remembering(signed, signature, algorithm, good), 'good');
    assert.equal(remembering(signed, signature, algorithm, other), 'bad');
  }
  assert.deepEqual(asked, ['1 2 7', '1 2 8']);
  // A signature that stands under another text is another question.
  remembering(bytes(9), signature, algorithm, good);
  assert.deepEqual(asked.at(-1), '9 2 7');
});
