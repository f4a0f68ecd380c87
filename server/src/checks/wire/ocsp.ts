/** The Online Certificate Status Protocol (RFC 6960): the question about one certificate, and its answer. */
import type { SignatureState, VerifySignature } from './certificatePath.ts';
import {
  bitString, derTag, type DerElement, elementAt, elementsOf, expectTag, hexadecimal, objectIdentifier, readDer, sameBytes, sequenceOf, timeOf,
} from './der.ts';
import { readCertificate, signatureAlgorithm, type SignatureAlgorithm, type X509 } from './x509.ts';

export type HashFunction = (algorithm: 'SHA-1' | 'SHA-256', bytes: Uint8Array) => Uint8Array;

export type OcspAnswer =
  | {
      readonly kind: 'status';
      readonly status: 'good' | 'revoked' | 'unknown';
      /** Milliseconds since 1970, or NaN. */
      readonly revokedAt?: number;
      readonly thisUpdate: number;
      readonly nextUpdate?: number;
      /** Whether the issuer, or somebody whom it named for that, signed it. */
      readonly signature: SignatureState;
    }
  /** The responder's own word for not answering: `tryLater`. */
  | { readonly kind: 'refused'; readonly words: string }
  /** Readable, and not about this certificate. */
  | { readonly kind: 'otherCertificate' }
  | { readonly kind: 'unreadable' };

const sha1 = '1.3.14.3.2.26';
const sha256 = '2.16.840.1.101.3.4.2.1';
const refusals: Readonly<Record<number, string>> = {
  1: 'malformedRequest',
  2: 'internalError',
  3: 'tryLater',
  5: 'sigRequired',
  6: 'unauthorized',
};

/** The question, unsigned and without a nonce, since most responders give answers that were made before. */
export function ocspRequest(own: X509, issuer: X509, hash: HashFunction): Uint8Array {
  const algorithm = sequence([0x06, 0x05, 0x2b, 0x0e, 0x03, 0x02, 0x1a, 0x05, 0x00]);
  const name = tagged(derTag.octetString, [...hash('SHA-1', issuer.subject)]);
  const key = tagged(derTag.octetString, [...hash('SHA-1', issuer.publicKeyBits)]);
  const serial = tagged(derTag.integer, (own.serial.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)));
  const request = sequence(sequence([...algorithm, ...name, ...key, ...serial]));
  return Uint8Array.from(sequence(sequence(sequence(request))));
}

function sequence(content: readonly number[]): readonly number[] {
  return tagged(derTag.sequence, content);
}

function tagged(tag: number, content: readonly number[]): readonly number[] {
  const { length } = content;
  return [tag, ...(length < 0x80 ? [length] : [0x82, length >> 8, length & 0xff]), ...content];
}

/** Reads what a responder said of `own`, stapled or asked. */
export function readOcspAnswer(bytes: Uint8Array, own: X509, issuer: X509, hash: HashFunction, verify: VerifySignature, now: number): OcspAnswer {
  return readDer(() => answer(bytes, own, issuer, hash, verify, now)) ?? { kind: 'unreadable' };
}

function answer(bytes: Uint8Array, own: X509, issuer: X509, hash: HashFunction, verify: VerifySignature, now: number): OcspAnswer {
  const [status, wrapped] = sequenceOf(elementAt(bytes));
  const code = expectTag(status, derTag.enumerated).content[0] ?? 0;
  if (code !== 0) return { kind: 'refused', words: refusals[code] ?? `status ${code}` };
  const [, octets] = sequenceOf(elementAt(expectTag(wrapped, 0xa0).content));
  const [data, algorithm, signature, certificates] = sequenceOf(elementAt(expectTag(octets, derTag.octetString).content));
  const fields = [...sequenceOf(data)];
  if (fields[0]?.tag === 0xa0) fields.shift();
  const responses = sequenceOf(fields[2]).slice(0, 100);
  const single = responses.map((response) => sequenceOf(response)).find(([id]) => isAbout(id, own, issuer, hash));
  if (single === undefined || data === undefined) return { kind: 'otherCertificate' };
  const [, state, thisUpdate, ...rest] = single;
  const next = rest.find(({ tag }) => tag === 0xa0);
  const signers = certificates === undefined ? [] : sequenceOf(elementAt(certificates.content)).slice(0, 8).map(({ whole }) => readCertificate(whole));
  return {
    kind: 'status',
    ...certificateState(state),
    thisUpdate: timeOf(thisUpdate),
    ...(next === undefined ? {} : { nextUpdate: timeOf(elementAt(next.content)) }),
    signature: signatureState(data.whole, bitString(signature), signatureAlgorithm(algorithm), issuer, signers, verify, now),
  };
}

function isAbout(id: DerElement | undefined, own: X509, issuer: X509, hash: HashFunction): boolean {
  const [algorithm, name, key, serial] = sequenceOf(id);
  if (serial === undefined || hexadecimal(serial.content) !== own.serial) return false;
  const oid = objectIdentifier(sequenceOf(algorithm)[0]);
  const kind = oid === sha1 ? 'SHA-1' : oid === sha256 ? 'SHA-256' : undefined;
  if (kind === undefined || name === undefined || key === undefined) return false;
  return sameBytes(name.content, hash(kind, issuer.subject)) && sameBytes(key.content, hash(kind, issuer.publicKeyBits));
}

function certificateState(state: DerElement | undefined): { readonly status: 'good' | 'revoked' | 'unknown'; readonly revokedAt?: number } {
  if (state?.tag === 0x80) return { status: 'good' };
  return state?.tag === 0xa1 ? { status: 'revoked', revokedAt: timeOf(elementsOf(state.content)[0]) } : { status: 'unknown' };
}

/** The issuer itself, or a certificate that it made for answering (RFC 6960 §4.2.2.2). */
function signatureState(
  data: Uint8Array,
  signature: Uint8Array,
  algorithm: SignatureAlgorithm,
  issuer: X509,
  sent: readonly (X509 | undefined)[],
  verify: VerifySignature,
  now: number,
): SignatureState {
  const states = [verify(data, signature, algorithm, issuer.publicKeyInfo)];
  for (const signer of sent) {
    if (states.includes('good')) return 'good';
    if (signer === undefined || !sameBytes(signer.issuer, issuer.subject) || !isForOcsp(signer, now)) continue;
    const named = verify(signer.signed, signer.signature, signer.algorithm, issuer.publicKeyInfo);
    const own = verify(data, signature, algorithm, signer.publicKeyInfo);
    states.push(named === 'good' && own === 'good' ? 'good' : named === 'bad' || own === 'bad' ? 'bad' : 'unknown');
  }
  return states.includes('good') ? 'good' : states.includes('unknown') ? 'unknown' : 'bad';
}

function isForOcsp({ extendedKeyUsage, validFrom, validTo }: X509, now: number): boolean {
  return extendedKeyUsage?.includes('1.3.6.1.5.5.7.3.9') === true && validFrom <= now && now <= validTo;
}
