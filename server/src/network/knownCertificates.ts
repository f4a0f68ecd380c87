/** Certificates of issuers: thousands of servers send the same few dozen, so each is read, and each signature of theirs verified, once. */
import type { SignatureState, VerifySignature } from '../checks/wire/certificatePath.ts';
import { readCertificate, type X509 } from '../checks/wire/x509.ts';

const known = new Map<string, X509>();
const mostKnown = 256;
/** Issuers' certificates have a kilobyte or two; what is larger is not worth the room. */
const longestKept = 8_192;

/** Like `readCertificate`; the same bytes bring the same object. */
export function readIssuer(bytes: Uint8Array): X509 | undefined {
  if (bytes.length > longestKept) return readCertificate(bytes);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const kept = known.get(text);
  if (kept !== undefined) return kept;
  const read = readCertificate(bytes);
  if (read === undefined) return undefined;
  if (known.size >= mostKnown) known.clear();
  known.set(text, read);
  return read;
}

/** Remembers what came of signatures whose parts are the very same objects, as those of a certificate are that is read once. */
export function rememberingVerifier(verify: VerifySignature): VerifySignature {
  const verified = new WeakMap<Uint8Array, WeakMap<Uint8Array, { readonly signed: Uint8Array; readonly state: SignatureState }>>();
  return (signed, signature, algorithm, publicKeyInfo) => {
    const byKey = verified.get(signature) ?? new WeakMap<Uint8Array, { readonly signed: Uint8Array; readonly state: SignatureState }>();
    verified.set(signature, byKey);
    const before = byKey.get(publicKeyInfo);
    if (before?.signed === signed) return before.state;
    const state = verify(signed, signature, algorithm, publicKeyInfo);
    byKey.set(publicKeyInfo, { signed, state });
    return state;
  };
}
