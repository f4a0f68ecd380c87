/** Signature algorithms by their identifiers: the hash decides whether one is still worth anything. */
import { type DerElement, elementAt, elementsOf, objectIdentifier, readDer, sequenceOf } from './der.ts';
import type { SignatureAlgorithm } from './x509.ts';

export type Hash = 'MD2' | 'MD5' | 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512';

export interface KnownAlgorithm {
  readonly scheme: 'RSA' | 'RSA-PSS' | 'ECDSA' | 'DSA' | 'EdDSA';
  /** Ed25519 and Ed448 have theirs inside. */
  readonly hash: Hash | undefined;
  /** Bytes of salt; RSA-PSS only. */
  readonly saltLength?: number;
}

const algorithms: Readonly<Record<string, KnownAlgorithm>> = {
  '1.2.840.113549.1.1.2': { scheme: 'RSA', hash: 'MD2' },
  '1.2.840.113549.1.1.4': { scheme: 'RSA', hash: 'MD5' },
  '1.2.840.113549.1.1.5': { scheme: 'RSA', hash: 'SHA-1' },
  '1.3.14.3.2.29': { scheme: 'RSA', hash: 'SHA-1' },
  '1.2.840.113549.1.1.14': { scheme: 'RSA', hash: 'SHA-224' },
  '1.2.840.113549.1.1.11': { scheme: 'RSA', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { scheme: 'RSA', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { scheme: 'RSA', hash: 'SHA-512' },
  '1.2.840.10045.4.1': { scheme: 'ECDSA', hash: 'SHA-1' },
  '1.2.840.10045.4.3.1': { scheme: 'ECDSA', hash: 'SHA-224' },
  '1.2.840.10045.4.3.2': { scheme: 'ECDSA', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { scheme: 'ECDSA', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { scheme: 'ECDSA', hash: 'SHA-512' },
  '1.2.840.10040.4.3': { scheme: 'DSA', hash: 'SHA-1' },
  '2.16.840.1.101.3.4.3.2': { scheme: 'DSA', hash: 'SHA-256' },
  '1.3.101.112': { scheme: 'EdDSA', hash: undefined },
  '1.3.101.113': { scheme: 'EdDSA', hash: undefined },
};

const hashes: Readonly<Record<string, Hash>> = {
  '1.2.840.113549.2.5': 'MD5',
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

/** `undefined` where the algorithm is not known, or its parameters cannot be read. */
export function knownAlgorithm({ oid, parameters }: SignatureAlgorithm): KnownAlgorithm | undefined {
  return oid === '1.2.840.113549.1.1.10' ? readDer(() => pss(parameters)) : algorithms[oid];
}

/** RFC 4055 §3.1: absent parts mean SHA-1 and 20 bytes of salt. */
function pss(parameters: Uint8Array | undefined): KnownAlgorithm | undefined {
  const parts = parameters === undefined ? [] : sequenceOf(elementAt(parameters));
  const inside = (tag: number): DerElement | undefined => parts.filter((part) => part.tag === tag).flatMap(({ content }) => elementsOf(content))[0];
  const given = inside(0xa0);
  const hash = given === undefined ? 'SHA-1' : hashes[objectIdentifier(sequenceOf(given)[0])];
  const salt = inside(0xa2)?.content;
  if (hash === undefined) return undefined;
  return { scheme: 'RSA-PSS', hash, saltLength: salt === undefined ? 20 : salt.reduce((value, byte) => value * 256 + byte, 0) };
}

/** `RSA with SHA-256`, for a sentence. */
export function algorithmWords(algorithm: SignatureAlgorithm): string {
  const known = knownAlgorithm(algorithm);
  if (known === undefined) return `algorithm ${algorithm.oid}`;
  return known.hash === undefined ? known.scheme : `${known.scheme} with ${known.hash}`;
}

/** The hash is broken: nobody may trust what it signs today. */
export function isBroken(algorithm: SignatureAlgorithm): boolean {
  const hash = knownAlgorithm(algorithm)?.hash;
  return hash === 'MD2' || hash === 'MD5' || hash === 'SHA-1';
}
