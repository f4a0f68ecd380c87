/** Signatures and hashes by Node's crypto, for the certificates that the engine reads itself. */
import { constants, createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { VerifySignature } from '../checks/wire/certificatePath.ts';
import type { HashFunction } from '../checks/wire/ocsp.ts';
import { knownAlgorithm } from '../checks/wire/signatureAlgorithms.ts';

export const hashOf: HashFunction = (algorithm, bytes) => createHash(algorithm.replace('-', '').toLowerCase()).update(bytes).digest();

/** What this process cannot compute (an old hash, an odd curve: OpenSSL and BoringSSL differ there) is unknown, never bad. */
export const verifySignature: VerifySignature = (signed, signature, algorithm, publicKeyInfo) => {
  const known = knownAlgorithm(algorithm);
  if (known === undefined) return 'unknown';
  try {
    const key = publicKey(publicKeyInfo);
    if (!fits(key, known.scheme)) return 'bad';
    const hash = known.hash?.replace('-', '').toLowerCase() ?? null;
    const padding = known.scheme === 'RSA-PSS' ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: known.saltLength ?? 20 } : {};
    return verify(hash, signed, { key, ...padding }, signature) ? 'good' : 'bad';
  } catch {
    return 'unknown';
  }
};

/** Thousands of partners have their certificates from a few dozen issuers, and reading a key costs more than using it. */
const keys = new Map<string, KeyObject>();
const mostKeys = 256;

function publicKey(info: Uint8Array): KeyObject {
  const text = Buffer.from(info.buffer, info.byteOffset, info.byteLength).toString('latin1');
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: Buffer.from(info), format: 'der', type: 'spki' });
  if (keys.size >= mostKeys) keys.clear();
  keys.set(text, key);
  return key;
}

/** A key of another kind has not made this signature. */
function fits(key: KeyObject, scheme: string): boolean {
  const kind = key.asymmetricKeyType ?? '';
  const kinds: Readonly<Record<string, readonly string[]>> = {
    RSA: ['rsa'],
    'RSA-PSS': ['rsa', 'rsa-pss'],
    ECDSA: ['ec'],
    DSA: ['dsa'],
    EdDSA: ['ed25519', 'ed448'],
  };
  return kinds[scheme]?.includes(kind) ?? false;
}
