/** Answers to old hellos as fixed bytes: today's TLS libraries refuse to speak TLS 1.0 and 1.1 at all. */
import { randomBytes } from 'node:crypto';
import type { TlsVersion } from '../world.ts';
import { wireVersion } from './clientHello.ts';

/** A fatal alert `protocol_version` (70), as OpenSSL based servers send it: `15 03 01 00 02 02 46` to a TLS 1.0 hello. */
export function protocolVersionAlert(offered: readonly TlsVersion[]): Buffer {
  const highest = Math.min(0x0303, Math.max(0x0301, ...offered.map(wireVersion)));
  return Buffer.from([0x15, 3, highest & 0xff, 0, 2, 2, 70]);
}

/** A fatal alert `handshake_failure` (40): no version is named as the reason. */
export const handshakeFailureAlert = Buffer.from([0x15, 3, 3, 0, 2, 2, 40]);

/** A ServerHello that agrees to TLS 1.0 or 1.1. It shows the version and ends there: no key exchange follows. */
export function oldServerHello(version: '1.0' | '1.1'): Buffer {
  const wire = wireVersion(version);
  const noSession = 0;
  const ecdheRsaAes256Sha = 0xc014;
  const noCompression = 0;
  const body = Buffer.concat([twoBytes(wire), randomBytes(32), Buffer.from([noSession]), twoBytes(ecdheRsaAes256Sha), Buffer.from([noCompression])]);
  const handshake = Buffer.concat([Buffer.from([2, 0]), twoBytes(body.length), body]);
  return Buffer.concat([Buffer.from([0x16]), twoBytes(wire), twoBytes(handshake.length), handshake]);
}

function twoBytes(value: number): Buffer {
  return Buffer.from([value >> 8, value & 0xff]);
}
