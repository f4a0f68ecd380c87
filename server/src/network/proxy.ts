/** Which connections go by a proxy, and how it is reached. */
import { isIP } from 'node:net';
import type { Endpoint } from '../checks/ports.ts';
import { canonicalAddress } from '../checks/wire/address.ts';
import type { ProxySettings } from '../protocol/checks.ts';

export interface Proxy {
  /** A name or an address; looked up by the system, since it is a host of this network. */
  readonly host: string;
  readonly port: number;
  /** Value of `Proxy-Authorization`. */
  readonly authorization?: string;
  /** `proxy.example:3128`, never with credentials. */
  readonly shown: string;
  /** False where the exceptions say that the way is direct. */
  takes(to: Endpoint): boolean;
}

/** Reads the setting; a text says why it cannot be used. Credentials are sent as Basic (RFC 7617), the only scheme that is known here. */
export function readProxy({ url, except }: ProxySettings): Proxy | string {
  const match = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:([^@/\s]*)@)?(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?\/?$/i.exec(url.trim());
  const port = Number(match?.[4] ?? 80);
  if (match === null || port < 1 || port > 65_535) return 'the address of the proxy in the settings cannot be read; expected is http://host:port';
  if ((match[1] ?? 'http').toLowerCase() !== 'http') return `a proxy by ${match[1] ?? ''}:// is not known here; expected is http://host:port`;
  const named = match[3] ?? '';
  const authorization = match[2] === undefined ? undefined : `Basic ${Buffer.from(decoded(match[2]), 'utf8').toString('base64')}`;
  return {
    host: named.replace(/^\[|\]$/g, ''),
    port,
    ...(authorization === undefined ? {} : { authorization }),
    shown: `${named}:${port}`,
    takes: (to) => !except.some((rule) => fits(rule, to)),
  };
}

function decoded(credentials: string): string {
  try {
    return decodeURIComponent(credentials);
  } catch {
    return credentials;
  }
}

/** An exception: `*`, a host with or without port, `.domain` or `*.domain` for all below it, an address, or a network such as `10.0.0.0/8`. */
function fits(written: string, { address, host = '', port }: Endpoint): boolean {
  const rule = written.trim().toLowerCase();
  if (rule === '') return false;
  if (rule === '*') return true;
  const [, name = '', ofPort] = /^(\[[^\]]*\]|[^:]*|[0-9a-f:.]+)(?::(\d+))?$/.exec(rule) ?? [];
  const bare = name.replace(/^\[|\]$/g, '');
  if (isIP(rule) === 0 && ofPort !== undefined && Number(ofPort) !== port) return false;
  const plain = isIP(rule) === 0 ? bare : rule;
  if (plain.includes('/')) return inNetwork(address, plain);
  if (isIP(plain) !== 0) return canonicalAddress(plain) === canonicalAddress(address);
  const suffix = plain.replace(/^\*?\./, '');
  return suffix !== '' && (host === suffix || host.endsWith(`.${suffix}`));
}

/** IPv4 networks alone: those of IPv6 are written by hardly anybody in an exception. */
function inNetwork(address: string, network: string): boolean {
  const [base = '', bits = ''] = network.split('/');
  if (isIP(base) !== 4 || isIP(address) !== 4 || !/^\d{1,2}$/.test(bits) || Number(bits) > 32) return false;
  const number = (text: string): number => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(bits));
  return Math.floor(number(base) / size) === Math.floor(number(address) / size);
}
