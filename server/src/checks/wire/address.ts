/** IP addresses as text: reading, canonical form, and whether a checker may dial them. */

export type AddressKind = 'public' | 'documentation' | 'private' | 'loopback' | 'special';

/** The four numbers of an IPv4 address in dotted form (decimal, no leading zeros), or `undefined`. */
function ipv4Bytes(text: string): readonly number[] | undefined {
  if (text.length > 15) return undefined;
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)) return undefined;
  return parts.map(Number);
}

/** The same few addresses are asked about at every step of a run. */
const readGroups = new Map<string, readonly number[] | undefined>();
const mostRead = 1_024;

/** The eight groups of an IPv6 address, or `undefined`. A zone (`%eth0`) is not part of an address that DNS can give. */
function ipv6Groups(text: string): readonly number[] | undefined {
  if (text.length > 45 || !text.includes(':')) return undefined;
  if (readGroups.has(text)) return readGroups.get(text);
  if (readGroups.size >= mostRead) readGroups.clear();
  const groups = readIpv6(text);
  readGroups.set(text, groups);
  return groups;
}

function readIpv6(text: string): readonly number[] | undefined {
  let rest = text;
  const tail: number[] = [];
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (dotted) {
    const bytes = ipv4Bytes(dotted[2] ?? '');
    if (bytes === undefined) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = bytes;
    tail.push(a * 256 + b, c * 256 + d);
    rest = (dotted[1] ?? '').endsWith('::') ? (dotted[1] ?? '') : (dotted[1] ?? '').slice(0, -1);
  }
  const halves = rest.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  if (!groups.flat().every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  const numbers = groups.map((half) => half.map((group) => Number.parseInt(group, 16)));
  const head = numbers[0] ?? [];
  const end = [...(numbers[1] ?? []), ...tail];
  const missing = 8 - head.length - end.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  return [...head, ...new Array<number>(missing).fill(0), ...end];
}

/** 4, 6, or `undefined` where the text is not an address. */
export function addressFamily(text: string): 4 | 6 | undefined {
  if (ipv4Bytes(text) !== undefined) return 4;
  return ipv6Groups(text) === undefined ? undefined : 6;
}

/** The 4 or 16 bytes of an address; `undefined` where the text is none. */
export function addressBytes(text: string): Uint8Array | undefined {
  const bytes = ipv4Bytes(text) ?? ipv6Groups(text)?.flatMap((group) => [group >> 8, group & 255]);
  return bytes === undefined ? undefined : Uint8Array.from(bytes);
}

/** One spelling for each address: `2001:DB8:0::1` and `2001:db8::1` become the same text. Not an address: the text as it is. */
export function canonicalAddress(text: string): string {
  const groups = ipv6Groups(text);
  if (groups === undefined) return text;
  let best = { at: -1, length: 1 };
  for (let at = 0; at < 8; at++) {
    let length = 0;
    while (at + length < 8 && groups[at + length] === 0) length++;
    if (length > best.length) best = { at, length };
  }
  const hex = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':');
  return best.at < 0 ? hex(groups) : `${hex(groups.slice(0, best.at))}::${hex(groups.slice(best.at + best.length))}`;
}

/** `192.0.2.10:443`, `[2001:db8::10]:443`. */
export function addressAndPort(address: string, port: number): string {
  return address.includes(':') ? `[${canonicalAddress(address)}]:${port}` : `${address}:${port}`;
}

/**
 * Where an address leads (IANA special-purpose registries). Only `public` and `documentation` are dialled without a setting:
 * documentation addresses lead nowhere on the Internet, and a route may stand behind them.
 */
export function addressKind(address: string): AddressKind {
  const bytes = ipv4Bytes(address);
  if (bytes !== undefined) return ipv4Kind(bytes);
  const groups = ipv6Groups(address);
  return groups === undefined ? 'special' : ipv6Kind(groups);
}

function ipv4Kind([a = 0, b = 0, c = 0]: readonly number[]): AddressKind {
  if (a === 127) return 'loopback';
  if (a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168) || (a === 100 && b >= 64 && b <= 127)) return 'private';
  if (a === 169 && b === 254) return 'private';
  if ((a === 192 && b === 0 && c === 2) || (a === 198 && b === 51 && c === 100) || (a === 203 && b === 0 && c === 113)) return 'documentation';
  if (a === 0 || a >= 224 || (a === 192 && b === 0 && c === 0) || (a === 192 && b === 88 && c === 99)) return 'special';
  if (a === 198 && (b === 18 || b === 19)) return 'special';
  return 'public';
}

function ipv6Kind(groups: readonly number[]): AddressKind {
  const [a = 0, b = 0] = groups;
  const [g = 0, h = 0] = groups.slice(6);
  const embedded = (high: number, low: number): AddressKind => ipv4Kind([high >> 8, high & 255, low >> 8, low & 255]);
  if (groups.slice(0, 5).every((group) => group === 0)) {
    if (groups[5] === 0xffff) return embedded(g, h);
    if (groups[5] === 0 && g === 0) return h === 1 ? 'loopback' : 'special';
    return 'special';
  }
  // NAT64 and 6to4 carry an IPv4 address that is dialled in the end.
  if (a === 0x64 && b === 0xff9b) return groups.slice(2, 6).every((group) => group === 0) ? embedded(g, h) : 'private';
  if (a === 0x2002) return embedded(b, groups[2] ?? 0);
  if ((a === 0x2001 && b === 0x0db8) || (a === 0x3fff && b < 0x1000)) return 'documentation';
  // Teredo, benchmarking and ORCHID: tunnels and identifiers, no servers.
  if (a === 0x2001 && (b === 0 || (b === 2 && groups[2] === 0) || (b & 0xfff0) === 0x10)) return 'special';
  if ((a & 0xfe00) === 0xfc00 || (a & 0xffc0) === 0xfe80 || (a & 0xffc0) === 0xfec0) return 'private';
  return (a & 0xe000) === 0x2000 ? 'public' : 'special';
}

/** Whether the address is dialled only with the setting `allowPrivateAddresses`. */
export function needsPermission(address: string): boolean {
  const kind = addressKind(address);
  return kind !== 'public' && kind !== 'documentation';
}
