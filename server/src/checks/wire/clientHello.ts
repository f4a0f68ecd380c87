/**
 * A TLS ClientHello made by hand, one for each version.
 *
 * TLS libraries cannot be asked honestly about old versions: OpenSSL 3 refuses TLS 1.0 by its own security level, BoringSSL has other
 * limits, and either looks as if the server had refused. The first message needs no cryptography, and the server's answer to it names
 * the version, so nothing more is sent.
 */

export type TlsVersion = '1.0' | '1.1' | '1.2' | '1.3';

/** The version's number on the wire. */
export const versionNumber: Readonly<Record<TlsVersion, number>> = { '1.0': 0x0301, '1.1': 0x0302, '1.2': 0x0303, '1.3': 0x0304 };

const suitesUpTo11 = [0xc009, 0xc013, 0xc00a, 0xc014, 0x0033, 0x0039, 0x002f, 0x0035, 0xc008, 0xc012, 0x0016, 0x000a, 0x0005];
const suites12 = [
  0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0x009e, 0x009f, 0x009c, 0x009d, 0xc023, 0xc027, 0xc024, 0xc028, 0x003c, 0x003d, 0x0067, 0x006b,
];
const suites13 = [0x1301, 0x1302, 0x1303];
const groups = [0x001d, 0x0017, 0x0018, 0x0019];
// RSA-PSS keys and Ed25519 among them: a server with nothing else could not show its certificate.
const signatureAlgorithms = [
  0x0403, 0x0503, 0x0603, 0x0807, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201,
];

/** Offers TLS 1.3 alone; the last one ends with the 32 bytes of the key share. */
const modernExtensions: readonly number[] = [
  ...extension(0x002b, [2, 0x03, 0x04]),
  ...extension(0x002d, [1, 1]),
  ...uint16(0x0033), ...uint16(38), ...uint16(36), ...uint16(0x001d), ...uint16(32),
];

/** What is the same in all hellos of a version, made once: a run sends thousands of them. */
interface FixedParts {
  readonly version: Uint8Array;
  readonly suites: Uint8Array;
  /** All but the server's name, which goes before them, and the bytes of the key share, which end them. */
  readonly extensions: Uint8Array;
}

const fixedParts: Readonly<Record<TlsVersion, FixedParts>> = {
  '1.0': fixedOf('1.0', suitesUpTo11),
  '1.1': fixedOf('1.1', suitesUpTo11),
  '1.2': fixedOf('1.2', [...suites12, ...suitesUpTo11]),
  '1.3': fixedOf('1.3', suites13),
};

function fixedOf(version: TlsVersion, suites: readonly number[]): FixedParts {
  const number = versionNumber[version];
  const modern = version === '1.3';
  const extensions = [
    ...extension(0x000a, vector16(groups.flatMap(uint16))),
    ...extension(0x000b, [1, 0]),
    // Asks for a stapled OCSP answer (RFC 6066 §8): with TLS 1.3 it would come encrypted.
    ...(modern ? [] : extension(0x0005, [1, 0, 0, 0, 0])),
    ...(number >= versionNumber['1.2'] ? extension(0x000d, vector16(signatureAlgorithms.flatMap(uint16))) : []),
    ...extension(0xff01, [0]),
    ...(modern ? modernExtensions : []),
  ];
  return {
    version: Uint8Array.from(uint16(Math.min(number, versionNumber['1.2']))),
    suites: Uint8Array.from([...vector16(suites.flatMap(uint16)), 1, 0]),
    extensions: Uint8Array.from(extensions),
  };
}

/**
 * The bytes of a ClientHello that offers exactly one version.
 *
 * @param serverName Host for the server_name extension; left out for addresses, which RFC 6066 forbids there.
 * @param random 96 unpredictable bytes: client random, session id, key share (any 32 bytes are an x25519 share).
 */
export function clientHello(version: TlsVersion, serverName: string | undefined, random: Uint8Array): Uint8Array {
  const fixed = fixedParts[version];
  const modern = version === '1.3';
  const name = serverName === undefined ? [] : extension(0x0000, vector16([0, ...vector16(ascii(serverName))]));
  const share = random.subarray(64, modern ? 96 : 64);
  const extensions = [name, fixed.extensions, share];
  // TLS 1.3 in its middlebox-compatible form carries a session id, as browsers do.
  const session = random.subarray(32, modern ? 64 : 32);
  const body = [fixed.version, random.subarray(0, 32), [session.length], session, fixed.suites, uint16(lengthOf(extensions)), ...extensions];
  const length = lengthOf(body);
  // The record layer says 3.1 whatever is offered: old servers drop higher numbers there.
  return joined([[0x16, 0x03, 0x01, ...uint16(length + 4), 0x01, 0, ...uint16(length)], ...body]);
}

function lengthOf(pieces: readonly ArrayLike<number>[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

function joined(pieces: readonly ArrayLike<number>[]): Uint8Array {
  const bytes = new Uint8Array(lengthOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function uint16(number: number): readonly [number, number] {
  return [(number >> 8) & 255, number & 255];
}

function vector16(bytes: readonly number[]): readonly number[] {
  return [...uint16(bytes.length), ...bytes];
}

function extension(type: number, bytes: readonly number[]): readonly number[] {
  return [...uint16(type), ...vector16(bytes)];
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0) & 127);
}
