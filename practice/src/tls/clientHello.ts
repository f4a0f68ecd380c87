/** Reads which versions a TLS ClientHello offers, so that TLS 1.0 and 1.1 need no help of the TLS library. */
import { tlsVersions, type TlsVersion } from '../world.ts';

export type Hello =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'notTls' }
  | { readonly kind: 'hello'; readonly offered: readonly TlsVersion[] };

const handshakeRecord = 0x16;
const clientHello = 1;
const supportedVersions = 43;
const recordHeader = 5;
/** RFC 8446 §5.1: no plaintext record is longer. */
const longestRecord = 16_384;
export const longestHello = 2 * longestRecord;

/** Judges the first bytes of a connection. Hostile bytes give `notTls`, never an exception. */
export function readClientHello(bytes: Buffer): Hello {
  const handshake = joinRecords(bytes);
  if (handshake === 'notTls') return { kind: 'notTls' };
  if (handshake.length < 4) return { kind: 'incomplete' };
  if (handshake[0] !== clientHello) return { kind: 'notTls' };
  const length = handshake.readUIntBE(1, 3);
  if (length > longestHello) return { kind: 'notTls' };
  if (handshake.length < 4 + length) return { kind: 'incomplete' };
  const body = handshake.subarray(4, 4 + length);
  try {
    return { kind: 'hello', offered: offeredVersions(body) };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'notTls' };
    throw error;
  }
}

/** The handshake bytes of all complete records; a hello may be spread over several. */
function joinRecords(bytes: Buffer): Buffer | 'notTls' {
  const parts: Buffer[] = [];
  let at = 0;
  while (bytes.length - at >= recordHeader) {
    if (bytes[at] !== handshakeRecord || bytes[at + 1] !== 3) return 'notTls';
    const length = bytes.readUInt16BE(at + 3);
    if (length === 0 || length > longestRecord) return 'notTls';
    if (bytes.length - at < recordHeader + length) break;
    parts.push(bytes.subarray(at + recordHeader, at + recordHeader + length));
    at += recordHeader + length;
  }
  const [first] = bytes;
  if (first !== undefined && first !== handshakeRecord) return 'notTls';
  return Buffer.concat(parts);
}

function offeredVersions(body: Buffer): TlsVersion[] {
  const legacyVersion = body.readUInt16BE(0);
  let at = 34;
  at += 1 + body.readUInt8(at);
  at += 2 + body.readUInt16BE(at);
  at += 1 + body.readUInt8(at);
  if (at + 2 <= body.length) {
    const end = Math.min(body.length, at + 2 + body.readUInt16BE(at));
    at += 2;
    while (at + 4 <= end) {
      const length = body.readUInt16BE(at + 2);
      if (body.readUInt16BE(at) === supportedVersions) return listedVersions(body.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
  }
  return tlsVersions.filter((version) => wireVersion(version) <= Math.min(legacyVersion, 0x0303));
}

function listedVersions(extension: Buffer): TlsVersion[] {
  const listed = new Set<number>();
  const end = Math.min(extension.length, 1 + extension.readUInt8(0));
  for (let at = 1; at + 2 <= end; at += 2) listed.add(extension.readUInt16BE(at));
  return tlsVersions.filter((version) => listed.has(wireVersion(version)));
}

/** 0x0301 for TLS 1.0 up to 0x0304 for TLS 1.3. */
export function wireVersion(version: TlsVersion): number {
  return 0x0301 + tlsVersions.indexOf(version);
}
