/** What a public key says of itself: its kind and size. */
import { bitString, type DerElement, derTag, elementAt, expectTag, objectIdentifier, sequenceOf } from './der.ts';

export interface PublicKeyFacts {
  readonly kind: 'RSA' | 'EC' | 'DSA' | 'EdDSA' | 'other';
  /** Bits of the modulus or of the curve; 0 where not known. */
  readonly bits: number;
  /** For a sentence: `RSA, 2048 bits`, `EC P-256`. */
  readonly words: string;
}

const curves: Readonly<Record<string, readonly [string, number]>> = {
  '1.2.840.10045.3.1.1': ['P-192', 192],
  '1.3.132.0.33': ['P-224', 224],
  '1.2.840.10045.3.1.7': ['P-256', 256],
  '1.3.132.0.34': ['P-384', 384],
  '1.3.132.0.35': ['P-521', 521],
  '1.3.132.0.10': ['secp256k1', 256],
  '1.3.36.3.3.2.8.1.1.7': ['brainpoolP256r1', 256],
  '1.3.36.3.3.2.8.1.1.11': ['brainpoolP384r1', 384],
  '1.3.36.3.3.2.8.1.1.13': ['brainpoolP512r1', 512],
};

/** Reads a SubjectPublicKeyInfo; throws `MalformedDer`. */
export function publicKeyFacts(keyInfo: DerElement): PublicKeyFacts {
  const [algorithm, key] = sequenceOf(keyInfo);
  const [id, parameters] = sequenceOf(algorithm);
  const oid = objectIdentifier(id);
  switch (oid) {
    case '1.2.840.113549.1.1.1':
    case '1.2.840.113549.1.1.10': {
      const bits = integerBits(sequenceOf(elementAt(bitString(key)))[0]);
      return { kind: 'RSA', bits, words: `RSA, ${bits} bits` };
    }
    case '1.2.840.10045.2.1': {
      const curve = parameters?.tag === derTag.objectIdentifier ? objectIdentifier(parameters) : 'given by its parameters';
      const [name, bits] = curves[curve] ?? [`curve ${curve}`, 0];
      return { kind: 'EC', bits, words: `EC ${name}` };
    }
    case '1.2.840.10040.4.1': {
      const bits = parameters?.tag === derTag.sequence ? integerBits(sequenceOf(parameters)[0]) : 0;
      return { kind: 'DSA', bits, words: `DSA, ${bits} bits` };
    }
    case '1.3.101.112':
      return { kind: 'EdDSA', bits: 256, words: 'Ed25519' };
    case '1.3.101.113':
      return { kind: 'EdDSA', bits: 456, words: 'Ed448' };
    default:
      return { kind: 'other', bits: 0, words: `a key of the kind ${oid}` };
  }
}

function integerBits(element: DerElement | undefined): number {
  const { content } = expectTag(element, derTag.integer);
  const first = content.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (content.length - first) * 8 - Math.clz32(content[first] ?? 0) + 24;
}
