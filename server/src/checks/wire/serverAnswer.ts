/** Reads what a server says to a ClientHello: a ServerHello, an alert, or something that is no TLS at all. */

export type ServerAnswer =
  /** Not enough bytes yet. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'serverHello'; readonly version: number; readonly suite: number; readonly retryRequest: boolean; readonly downgrade: boolean }
  | { readonly kind: 'alert'; readonly level: number; readonly description: number }
  /** The first bytes are not a TLS record, or the record cannot be read. */
  | { readonly kind: 'notTls'; readonly start: string };

const handshakeRecord = 0x16;
const alertRecord = 0x15;
const serverHello = 2;
const helloRetryRandom = 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c';
/** Ends of a ServerHello's random by which a server says that it could do better (RFC 8446 §4.1.3). */
const downgradeMarks = ['444f574e47524401', '444f574e47524400'];

/** Reads the answer's first message. Records may come in pieces, and a ServerHello may span several records. */
export function readServerAnswer(bytes: Uint8Array): ServerAnswer {
  const message: number[] = [];
  let at = 0;
  while (bytes.length - at > 0) {
    const type = bytes[at];
    // 0x80 is the first byte of an SSL 2 record: a server from before everything asked here.
    if (type === undefined || type < 0x14 || type > 0x17 || (bytes[at + 1] ?? 3) !== 3) return notTls(bytes);
    if (bytes.length - at < 5) return { kind: 'incomplete' };
    const length = uint16(bytes, at + 3);
    if (length === 0 || length > 16_640 || (type !== handshakeRecord && type !== alertRecord)) return notTls(bytes);
    const record = bytes.subarray(at + 5, at + 5 + length);
    if (type === alertRecord) {
      if (length !== 2) return notTls(bytes);
      return record.length < 2 ? { kind: 'incomplete' } : { kind: 'alert', level: record[0] ?? 0, description: record[1] ?? 0 };
    }
    for (const byte of record) message.push(byte);
    const read = readHandshake(Uint8Array.from(message), bytes);
    if (read.kind !== 'incomplete') return read;
    if (record.length < length) return read;
    at += 5 + length;
  }
  return { kind: 'incomplete' };
}

function readHandshake(message: Uint8Array, all: Uint8Array): ServerAnswer {
  if (message.length > 0 && message[0] !== serverHello) return notTls(all);
  if (message.length < 4) return { kind: 'incomplete' };
  const length = ((message[1] ?? 0) << 16) | uint16(message, 2);
  if (length < 38 || length > 4_096) return notTls(all);
  if (message.length < 4 + length) return { kind: 'incomplete' };
  const body = message.subarray(4, 4 + length);
  const random = hexadecimal(body.subarray(2, 34));
  const sessionId = body[34] ?? 0;
  const suiteAt = 35 + sessionId;
  if (sessionId > 32 || suiteAt + 3 > length) return notTls(all);
  const extensions = body.subarray(suiteAt + 3);
  return {
    kind: 'serverHello',
    version: supportedVersion(extensions) ?? uint16(body, 0),
    suite: uint16(body, suiteAt),
    retryRequest: random === helloRetryRandom,
    downgrade: downgradeMarks.some((mark) => random.endsWith(mark)),
  };
}

/** TLS 1.3 hides in an extension; the version field still says 1.2. */
function supportedVersion(extensions: Uint8Array): number | undefined {
  let at = 2;
  while (at + 4 <= extensions.length) {
    const length = uint16(extensions, at + 2);
    if (uint16(extensions, at) === 0x002b && length === 2 && at + 6 <= extensions.length) return uint16(extensions, at + 4);
    at += 4 + length;
  }
  return undefined;
}

function notTls(bytes: Uint8Array): ServerAnswer {
  const start = [...bytes.subarray(0, 32)].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
  return { kind: 'notTls', start };
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function hexadecimal(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const alertNames: Readonly<Record<number, string>> = {
  0: 'close_notify',
  10: 'unexpected_message',
  40: 'handshake_failure',
  47: 'illegal_parameter',
  50: 'decode_error',
  70: 'protocol_version',
  71: 'insufficient_security',
  80: 'internal_error',
  86: 'inappropriate_fallback',
  112: 'unrecognized_name',
};

/** The alert's name in RFC 8446, or its number. */
export function alertName(description: number): string {
  return alertNames[description] ?? `alert ${description}`;
}
