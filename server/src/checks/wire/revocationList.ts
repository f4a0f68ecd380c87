/** Certificate revocation lists (RFC 5280 §5). */
import type { SignatureState, VerifySignature } from './certificatePath.ts';
import { bitString, derTag, type DerElement, elementAt, expectTag, hexadecimal, objectIdentifier, readDer, sameBytes, sequenceOf, timeOf } from './der.ts';
import { signatureAlgorithm, type X509 } from './x509.ts';

export type RevocationList =
  | {
      readonly kind: 'list';
      readonly revoked: boolean;
      /** Milliseconds since 1970, or NaN. */
      readonly revokedAt?: number;
      readonly thisUpdate: number;
      readonly nextUpdate?: number;
      /** Whether the issuer signed it. */
      readonly signature: SignatureState;
    }
  /** Readable, and not one that could name this certificate: of another issuer, for other kinds of certificates, or a part of one. */
  | { readonly kind: 'otherScope' }
  | { readonly kind: 'unreadable' };

/** Looks for `own` in a list of its issuer. */
export function readRevocationList(bytes: Uint8Array, own: X509, issuer: X509, verify: VerifySignature): RevocationList {
  return readDer(() => list(bytes, own, issuer, verify)) ?? { kind: 'unreadable' };
}

function list(bytes: Uint8Array, own: X509, issuer: X509, verify: VerifySignature): RevocationList {
  const [signed, algorithm, signature] = sequenceOf(elementAt(bytes));
  const fields = [...sequenceOf(signed)];
  if (fields[0]?.tag === derTag.integer) fields.shift();
  const [, name, thisUpdate, ...rest] = fields;
  if (signed === undefined || name === undefined) return { kind: 'unreadable' };
  const isTime = ({ tag }: DerElement): boolean => tag === derTag.utcTime || tag === derTag.generalizedTime;
  const extensions = rest.find(({ tag }) => tag === 0xa0);
  if (!sameBytes(name.whole, issuer.subject) || isElsewhere(extensions)) return { kind: 'otherScope' };
  const next = rest.find(isTime);
  const entries = rest.find(({ tag }) => tag === derTag.sequence);
  const revokedAt = entries === undefined ? undefined : entryOf(entries.content, own.serial);
  return {
    kind: 'list',
    revoked: revokedAt !== undefined,
    ...(revokedAt === undefined ? {} : { revokedAt }),
    thisUpdate: timeOf(thisUpdate),
    ...(next === undefined ? {} : { nextUpdate: timeOf(next) }),
    signature: verify(signed.whole, bitString(signature), signatureAlgorithm(algorithm), issuer.publicKeyInfo),
  };
}

/** Lists have up to some hundred thousand entries: each is looked at once and not kept. */
function entryOf(entries: Uint8Array, serial: string): number | undefined {
  for (let at = 0; at < entries.length; ) {
    const entry = expectTag(elementAt(entries, at), derTag.sequence);
    const number = expectTag(elementAt(entry.content), derTag.integer);
    if (number.content.length * 2 === serial.length && hexadecimal(number.content) === serial) {
      return timeOf(elementAt(entry.content, number.whole.length));
    }
    at += entry.whole.length;
  }
  return undefined;
}

/** A list of changes only, or one for authorities, attribute certificates or several issuers. */
function isElsewhere(extensions: DerElement | undefined): boolean {
  for (const extension of extensions === undefined ? [] : sequenceOf(elementAt(extensions.content))) {
    const [oid, ...others] = sequenceOf(extension);
    const id = objectIdentifier(oid);
    if (id === '2.5.29.27') return true;
    if (id !== '2.5.29.28') continue;
    const parts = sequenceOf(elementAt(expectTag(others.at(-1), derTag.octetString).content));
    if (parts.some(({ tag, content }) => [0x82, 0x84, 0x85].includes(tag) && (content[0] ?? 0) !== 0)) return true;
  }
  return false;
}
