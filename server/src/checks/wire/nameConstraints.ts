/** Name constraints (RFC 5280 §4.2.1.10): an authority that may issue for some names only. */
import { latin1, sameBytes } from './der.ts';
import type { Constraints, GeneralName, X509 } from './x509.ts';

const dnsName = 2;
const directoryName = 4;
const address = 7;

/** OpenSSL's name of what is violated; `undefined` where nothing is. */
export function violatedConstraint(own: X509, { permitted, excluded }: Constraints): string | undefined {
  const dnsNames = own.dnsNames ?? (own.commonName === undefined ? [] : [own.commonName]);
  const of = (names: readonly GeneralName[], tag: number): readonly GeneralName[] => names.filter((name) => name.tag === tag);
  const under = (names: readonly GeneralName[]) => (name: string): boolean => of(names, dnsName).some(({ content }) => isBelow(name, latin1(content)));
  const inside = (names: readonly GeneralName[]) => (bytes: Uint8Array): boolean => of(names, address).some(({ content }) => isInside(bytes, content));
  if (dnsNames.some(under(excluded)) || own.addresses.some(inside(excluded))) return 'EXCLUDED_VIOLATION';
  if (of(permitted, dnsName).length > 0 && !dnsNames.every(under(permitted))) return 'PERMITTED_VIOLATION';
  if (own.addresses.length > 0 && of(permitted, address).length > 0 && !own.addresses.every(inside(permitted))) return 'PERMITTED_VIOLATION';
  const directories = of(permitted, directoryName);
  // Equal names may be written in other letters and encodings; where the bytes differ, nothing is known.
  const isPermitted = directories.length === 0 || directories.some(({ content }) => isPrefix(content, own.subject));
  return isPermitted && of(excluded, directoryName).length === 0 ? undefined : 'NAME_CONSTRAINTS_NOT_READ';
}

function isBelow(name: string, constraint: string): boolean {
  const suffix = constraint.toLowerCase().replace(/^\./, '');
  const wanted = name.toLowerCase();
  return suffix === '' || wanted === suffix || wanted.endsWith(`.${suffix}`);
}

/** An address, and a network written as address and mask. */
function isInside(bytes: Uint8Array, network: Uint8Array): boolean {
  const size = bytes.length;
  if (network.length !== size * 2) return false;
  return bytes.every((byte, at) => (byte & (network[size + at] ?? 0)) === ((network[at] ?? 0) & (network[size + at] ?? 0)));
}

/** A directory name permits those that begin with it; both are SEQUENCEs of sets, the constraint's inside an explicit tag. */
function isPrefix(constraint: Uint8Array, subject: Uint8Array): boolean {
  const sets = withoutHeader(constraint);
  return sameBytes(sets, withoutHeader(subject).subarray(0, sets.length));
}

function withoutHeader(sequence: Uint8Array): Uint8Array {
  const first = sequence[1] ?? 0;
  return sequence.subarray(first < 0x80 ? 2 : 2 + (first & 0x7f));
}
