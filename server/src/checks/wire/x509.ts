/**
 * Reads X.509 certificates (RFC 5280) by hand: what a server sent is judged alike whichever TLS library this process has, and the
 * libraries do not show all that is judged here (Node.js tells a signature's algorithm since 24.9, revocation lists never).
 */
import { distinguishedName, plain } from './distinguishedName.ts';
import {
  bitString, derTag, type DerElement, elementAt, elementsOf, expectTag, hexadecimal, latin1, MalformedDer, objectIdentifier, readDer,
  sameBytes, sequenceOf, timeOf,
} from './der.ts';
import { publicKeyFacts, type PublicKeyFacts } from './publicKey.ts';

/** How something was signed: the algorithm's identifier and its parameters as they stand. */
export interface SignatureAlgorithm {
  readonly oid: string;
  readonly parameters: Uint8Array | undefined;
}

export interface Constraints {
  readonly permitted: readonly GeneralName[];
  readonly excluded: readonly GeneralName[];
}

/** A general name: its context tag (2 DNS name, 4 directory name, 6 URI, 7 address) and content. */
export interface GeneralName {
  readonly tag: number;
  readonly content: Uint8Array;
}

export interface X509 {
  readonly raw: Uint8Array;
  /** The part that the signature covers. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  readonly algorithm: SignatureAlgorithm;
  /** Hexadecimal. */
  readonly serial: string;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly issuerText: string;
  readonly subjectText: string;
  readonly commonName: string | undefined;
  /** Milliseconds since 1970, or NaN. */
  readonly validFrom: number;
  readonly validTo: number;
  /** SubjectPublicKeyInfo. */
  readonly publicKeyInfo: Uint8Array;
  /** The bits of the key alone, over which OCSP takes its hash. */
  readonly publicKeyBits: Uint8Array;
  readonly key: PublicKeyFacts;
  /** DNS names of the subject alternative name; `undefined` where it has no such extension or no DNS name in it. */
  readonly dnsNames: readonly string[] | undefined;
  /** Addresses of the subject alternative name, 4 or 16 bytes each. */
  readonly addresses: readonly Uint8Array[];
  /** Basic constraints; absent in certificates of version 1. */
  readonly authority: { readonly isAuthority: boolean; readonly pathLength: number | undefined } | undefined;
  /** Bits of key usage, digitalSignature the highest of the first byte; `undefined` where not restricted. */
  readonly keyUsage: number | undefined;
  readonly extendedKeyUsage: readonly string[] | undefined;
  readonly ocspUrls: readonly string[];
  readonly issuerUrls: readonly string[];
  readonly crlUrls: readonly string[];
  /** The TLS feature `status_request` (RFC 7633). */
  readonly mustStaple: boolean;
  /** It carries receipts of certificate transparency logs, so a public authority made it. */
  readonly logged: boolean;
  readonly nameConstraints: Constraints | undefined;
  /** Critical extensions that this reader does not know. */
  readonly unknownCritical: readonly string[];
  readonly selfIssued: boolean;
}

/** More names than any honest certificate has (public authorities stop at some hundred). */
const mostNames = 2_000;
const mostUrls = 4;

/** Reads one certificate; `undefined` where the bytes are none. Bytes behind it are ignored. */
export function readCertificate(bytes: Uint8Array): X509 | undefined {
  return readDer(() => certificate(elementAt(bytes)));
}

/** The subject alone, as it stands; `undefined` where the bytes are no certificate. */
export function readSubject(bytes: Uint8Array): Uint8Array | undefined {
  return readDer(() => {
    const [tbs] = sequenceOf(elementAt(bytes));
    const fields = sequenceOf(tbs);
    return fields[fields[0]?.tag === 0xa0 ? 5 : 4]?.whole;
  });
}

function certificate(element: DerElement): X509 {
  const [tbs, algorithm, signature] = sequenceOf(element);
  const fields = [...sequenceOf(tbs)];
  if (fields[0]?.tag === 0xa0) fields.shift();
  const [serial, , issuer, validity, subject, keyInfo, ...rest] = fields;
  if (tbs === undefined || issuer === undefined || subject === undefined || keyInfo === undefined) throw new MalformedDer();
  const [from, to] = sequenceOf(validity);
  const issuerName = distinguishedName(issuer);
  const subjectName = distinguishedName(subject);
  return {
    raw: element.whole,
    signed: tbs.whole,
    signature: bitString(signature),
    algorithm: signatureAlgorithm(algorithm),
    serial: hexadecimal(expectTag(serial, derTag.integer).content.subarray(0, 40)),
    issuer: issuer.whole,
    subject: subject.whole,
    issuerText: issuerName.text,
    subjectText: subjectName.text,
    commonName: subjectName.commonName,
    validFrom: timeOf(from),
    validTo: timeOf(to),
    publicKeyInfo: keyInfo.whole,
    publicKeyBits: bitString(sequenceOf(keyInfo)[1]),
    key: publicKeyFacts(keyInfo),
    selfIssued: sameBytes(issuer.whole, subject.whole),
    ...extensions(rest.find(({ tag }) => tag === 0xa3)),
  };
}

export function signatureAlgorithm(element: DerElement | undefined): SignatureAlgorithm {
  const [oid, parameters] = sequenceOf(element);
  return { oid: objectIdentifier(oid), parameters: parameters?.whole };
}

type Extensions = Pick<
  X509,
  | 'dnsNames' | 'addresses' | 'authority' | 'keyUsage' | 'extendedKeyUsage' | 'ocspUrls' | 'issuerUrls' | 'crlUrls' | 'mustStaple' | 'logged'
  | 'nameConstraints' | 'unknownCritical'
>;

function extensions(list: DerElement | undefined): Extensions {
  const values = new Map<string, DerElement>();
  const critical = new Set<string>();
  for (const extension of list === undefined ? [] : sequenceOf(elementAt(list.content))) {
    const [oid, ...others] = sequenceOf(extension);
    const id = objectIdentifier(oid);
    if (others[0]?.tag === derTag.boolean && (others[0].content[0] ?? 0) !== 0) critical.add(id);
    const value = elementAt(expectTag(others.at(-1), derTag.octetString).content);
    // RFC 5280 §4.2: a certificate holds each extension once; the first one counts.
    if (!values.has(id)) values.set(id, value);
  }
  const names = generalNames(values.get('2.5.29.17'));
  const dnsNames = names.filter(({ tag }) => tag === 2).map(({ content }) => plain(latin1(content.subarray(0, 255))));
  return {
    dnsNames: dnsNames.length === 0 ? undefined : dnsNames,
    addresses: names.filter(({ tag }) => tag === 7).map(({ content }) => content),
    authority: basicConstraints(values.get('2.5.29.19')),
    keyUsage: keyUsage(values.get('2.5.29.15')),
    extendedKeyUsage: values.has('2.5.29.37') ? sequenceOf(values.get('2.5.29.37')).map(objectIdentifier) : undefined,
    ...accessUrls(values.get('1.3.6.1.5.5.7.1.1')),
    crlUrls: listUrls(values.get('2.5.29.31')),
    mustStaple: isStapleDemanded(values.get('1.3.6.1.5.5.7.1.24')),
    logged: values.has('1.3.6.1.4.1.11129.2.4.2'),
    nameConstraints: nameConstraints(values.get('2.5.29.30')),
    unknownCritical: [...critical].filter((id) => !knownExtensions.has(id)),
  };
}

/** Read above, or without bearing on the path of a server's certificate (key identifiers, policies). */
const knownExtensions = new Set([
  '2.5.29.14', '2.5.29.15', '2.5.29.17', '2.5.29.18', '2.5.29.19', '2.5.29.30', '2.5.29.31', '2.5.29.32', '2.5.29.35', '2.5.29.37',
  '1.3.6.1.5.5.7.1.1', '1.3.6.1.5.5.7.1.24',
]);

function generalNames(element: DerElement | undefined): readonly GeneralName[] {
  if (element === undefined) return [];
  return sequenceOf(element).slice(0, mostNames).map(({ tag, content }) => ({ tag: tag & 0x1f, content }));
}

function basicConstraints(element: DerElement | undefined): X509['authority'] {
  if (element === undefined) return undefined;
  const parts = sequenceOf(element);
  const length = parts.find(({ tag }) => tag === derTag.integer);
  return {
    isAuthority: parts[0]?.tag === derTag.boolean && (parts[0].content[0] ?? 0) !== 0,
    pathLength: length === undefined ? undefined : Number.parseInt(hexadecimal(length.content.subarray(0, 4)), 16),
  };
}

function keyUsage(element: DerElement | undefined): number | undefined {
  if (element === undefined) return undefined;
  const bits = bitString(element);
  return ((bits[0] ?? 0) << 8) | (bits[1] ?? 0);
}

function accessUrls(element: DerElement | undefined): Pick<X509, 'ocspUrls' | 'issuerUrls'> {
  const urls = { ocsp: [] as string[], issuer: [] as string[] };
  for (const description of element === undefined ? [] : sequenceOf(element)) {
    const [method, location] = sequenceOf(description);
    const oid = objectIdentifier(method);
    if (location?.tag !== 0x86) continue;
    if (oid === '1.3.6.1.5.5.7.48.1') urls.ocsp.push(urlOf(location.content));
    if (oid === '1.3.6.1.5.5.7.48.2') urls.issuer.push(urlOf(location.content));
  }
  return { ocspUrls: urls.ocsp.slice(0, mostUrls), issuerUrls: urls.issuer.slice(0, mostUrls) };
}

/** Full names of distribution points that are not split by reason. */
function listUrls(element: DerElement | undefined): readonly string[] {
  const urls: string[] = [];
  for (const point of element === undefined ? [] : sequenceOf(element)) {
    const parts = sequenceOf(point);
    const fullName = parts.filter(({ tag }) => tag === 0xa0).flatMap(({ content }) => elementsOf(content).filter(({ tag }) => tag === 0xa0));
    if (parts.some(({ tag }) => tag === 0x81)) continue;
    for (const name of fullName.flatMap(({ content }) => elementsOf(content))) if (name.tag === 0x86) urls.push(urlOf(name.content));
  }
  return urls.slice(0, mostUrls);
}

function urlOf(content: Uint8Array): string {
  return plain(latin1(content.subarray(0, 2_048)));
}

const statusRequest = 5;

function isStapleDemanded(element: DerElement | undefined): boolean {
  return element !== undefined && sequenceOf(element).some(({ tag, content }) => tag === derTag.integer && content.at(-1) === statusRequest);
}

function nameConstraints(element: DerElement | undefined): Constraints | undefined {
  if (element === undefined) return undefined;
  const parts = sequenceOf(element);
  const names = (wanted: number): readonly GeneralName[] =>
    parts
      .filter(({ tag }) => tag === wanted)
      .flatMap(({ content }) => elementsOf(content).slice(0, mostNames))
      .flatMap((subtree) => sequenceOf(subtree).slice(0, 1))
      .map(({ tag, content }) => ({ tag: tag & 0x1f, content }));
  return { permitted: names(0xa0), excluded: names(0xa1) };
}
