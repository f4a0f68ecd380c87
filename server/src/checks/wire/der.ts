/** Distinguished Encoding Rules (X.690): tag, length, content. Certificates, OCSP answers and revocation lists are made of it. */

export interface DerElement {
  readonly tag: number;
  /** Tag and length included: what signatures and comparisons run over. */
  readonly whole: Uint8Array;
  readonly content: Uint8Array;
}

export const derTag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  enumerated: 0x0a,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The bytes break the rules. Thrown inside readers only; each reader's public function catches it. */
export class MalformedDer extends Error {}

/** Calls a reader; `undefined` where what it reads is malformed. */
export function readDer<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof MalformedDer) return undefined;
    throw error;
  }
}

/** The element that begins at `at`. Its length must be definite and lie inside `bytes`. */
export function elementAt(bytes: Uint8Array, at = 0): DerElement {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new MalformedDer();
  let length = first;
  let from = at + 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    // Four bytes hold more than any input that is read here.
    if (count === 0 || count > 4) throw new MalformedDer();
    length = 0;
    for (let index = 0; index < count; index++) length = length * 256 + (bytes[from + index] ?? 0);
    from += count;
  }
  if (from + length > bytes.length) throw new MalformedDer();
  return { tag, whole: bytes.subarray(at, from + length), content: bytes.subarray(from, from + length) };
}

/** The elements that follow one another in a constructed element. */
export function elementsOf(content: Uint8Array): readonly DerElement[] {
  const elements: DerElement[] = [];
  for (let at = 0; at < content.length; ) {
    const element = elementAt(content, at);
    elements.push(element);
    at += element.whole.length;
  }
  return elements;
}

/** The element, which must have this tag. */
export function expectTag(element: DerElement | undefined, tag: number): DerElement {
  if (element?.tag !== tag) throw new MalformedDer();
  return element;
}

/** The elements of a SEQUENCE. */
export function sequenceOf(element: DerElement | undefined): readonly DerElement[] {
  return elementsOf(expectTag(element, derTag.sequence).content);
}

/** `1.2.840.113549.1.1.11` */
export function objectIdentifier(element: DerElement | undefined): string {
  const { content } = expectTag(element, derTag.objectIdentifier);
  const arcs: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER / 128) throw new MalformedDer();
    if (byte < 0x80) {
      arcs.push(value);
      value = 0;
    }
  }
  const [first] = arcs;
  if (first === undefined || (content.at(-1) ?? 0) >= 0x80) throw new MalformedDer();
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...arcs.slice(1)].join('.');
}

/** The bits of a BIT STRING that fills whole bytes, as those of keys and signatures do. */
export function bitString(element: DerElement | undefined): Uint8Array {
  const { content } = expectTag(element, derTag.bitString);
  if (content.length === 0) throw new MalformedDer();
  return content.subarray(1);
}

/** UTCTime or GeneralizedTime in universal time, in milliseconds since 1970; NaN where it cannot be read. */
export function timeOf(element: DerElement | undefined): number {
  if (element?.tag !== derTag.utcTime && element?.tag !== derTag.generalizedTime) throw new MalformedDer();
  const text = latin1(element.content.subarray(0, 32));
  const match = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.\d+)?Z$/.exec(text);
  if (match === null || (match[1]?.length === 4) !== (element.tag === derTag.generalizedTime)) return Number.NaN;
  const [, year = '', month, day, hour, minute, second] = match;
  // RFC 5280 §4.1.2.5.1: two digits mean 1950 to 2049.
  const full = year.length === 4 ? year : `${Number(year) >= 50 ? 19 : 20}${year}`;
  return Date.parse(`${full}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`);
}

export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

const hexadecimals = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function hexadecimal(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hexadecimals[byte] ?? '';
  return text;
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
