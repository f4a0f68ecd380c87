/** Bytes of TLS answers, written by hand from the RFCs. */

export function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replace(/\s/g, ''), 'hex'));
}

function hex16(number: number): string {
  return number.toString(16).padStart(4, '0');
}

/** A ServerHello in one record; `version` above 1.2 goes into the extension, as TLS 1.3 does. */
export function serverHello(version: number, suite: number, random = 'ab'.repeat(32)): string {
  const extensions = version > 0x0303 ? `002b0002${hex16(version)}` : 'ff01000100';
  const body = `${hex16(Math.min(version, 0x0303))}${random}00${hex16(suite)}00${hex16(extensions.length / 2)}${extensions}`;
  const message = `0200${hex16(body.length / 2)}${body}`;
  return `160303${hex16(message.length / 2)}${message}`;
}
