/** Names of certificates' owners and issuers, as text for people. */
import { type DerElement, elementsOf, expectTag, derTag, latin1, objectIdentifier, sequenceOf } from './der.ts';

const attributeNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

export interface DistinguishedName {
  /** `CN=mail.a.example, O=A`, in the order of the certificate, at most 500 characters, without control characters. */
  readonly text: string;
  /** The last common name, which is the most specific one. */
  readonly commonName: string | undefined;
}

/** Reads a Name; throws `MalformedDer`. */
export function distinguishedName(name: DerElement): DistinguishedName {
  const parts: string[] = [];
  let commonName: string | undefined;
  for (const set of sequenceOf(name)) {
    for (const attribute of elementsOf(expectTag(set, derTag.set).content)) {
      const [type, value] = sequenceOf(attribute);
      const oid = objectIdentifier(type);
      const text = value === undefined ? '' : directoryString(value);
      if (oid === '2.5.4.3') commonName = text;
      if (parts.length < 32) parts.push(`${attributeNames[oid] ?? oid}=${text}`);
    }
  }
  return { text: plain(parts.join(', ')).slice(0, 500), commonName };
}

/** Control characters of a stranger's certificate do not reach the screen. */
export function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, '');
}

const utf8String = 0x0c;
const bmpString = 0x1e;

function directoryString({ tag, content }: DerElement): string {
  const bytes = content.subarray(0, 1_000);
  if (tag === bmpString) {
    let text = '';
    for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
    return text;
  }
  return tag === utf8String ? utf8(bytes) : latin1(bytes);
}

/** This layer has no TextDecoder; what is not UTF-8 is read byte by byte. */
function utf8(bytes: Uint8Array): string {
  try {
    return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return latin1(bytes);
  }
}
