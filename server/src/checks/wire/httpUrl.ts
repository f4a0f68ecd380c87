import { addressFamily } from './address.ts';

/** An absolute http or https address, taken apart. */
export interface HttpUrl {
  readonly secure: boolean;
  /** Lower case, without brackets or trailing dot. */
  readonly host: string;
  readonly port: number;
  /** Path and query, beginning with `/`; no fragment. */
  readonly path: string;
}

/**
 * Reads an absolute http(s) URL; `undefined` for anything else. Stricter than the WHATWG reader on purpose: redirects come from
 * strangers, and user information, blanks, backslashes or control characters in one have no honest use.
 */
export function readHttpUrl(text: string): HttpUrl | undefined {
  if (text.length > 2_048) return undefined;
  const match = /^(https?):\/\/(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?([/?#][\x21\x23-\x5b\x5d-\x7e]*)?$/i.exec(text.trim());
  if (match === null) return undefined;
  const secure = match[1]?.toLowerCase() === 'https';
  const named = (match[2] ?? '').toLowerCase();
  const host = named.startsWith('[') ? named.slice(1, -1) : named.replace(/\.$/, '');
  const port = match[3] === undefined ? (secure ? 443 : 80) : Number(match[3]);
  if (port < 1 || port > 65_535 || !isHost(host, named.startsWith('['))) return undefined;
  const rest = (match[4] ?? '').replace(/#.*$/, '');
  return { secure, host, port, path: rest.startsWith('/') ? rest : `/${rest}` };
}

function isHost(host: string, bracketed: boolean): boolean {
  const family = addressFamily(host);
  if (bracketed) return family === 6;
  // 127.1, 0x7f.1, 2130706433: spellings of an address that systems resolve and an address check would not see.
  if (family === undefined && /(^|\.)(\d+|0x[0-9a-f]*)$/i.test(host)) return false;
  return host.length <= 253 && host.split('.').every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label));
}

/** The URL as text; a default port is left out. */
export function httpUrlText(url: HttpUrl): string {
  const host = url.host.includes(':') ? `[${url.host}]` : url.host;
  return `${url.secure ? 'https' : 'http'}://${host}${url.port === (url.secure ? 443 : 80) ? '' : `:${url.port}`}${url.path}`;
}

/** Reads a `Location` header: absolute, or relative to the URL that answered (RFC 9110 §10.2.2). */
export function readLocation(location: string, from: HttpUrl): HttpUrl | undefined {
  const text = location.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return readHttpUrl(text);
  if (text === '' || text.length > 2_048) return undefined;
  if (text.startsWith('//')) return readHttpUrl(`${from.secure ? 'https' : 'http'}:${text}`);
  const folder = from.path.replace(/[?#].*$/, '').replace(/[^/]*$/, '');
  const [path = '', ...query] = text.startsWith('/') ? text.split(/(?=[?#])/) : `${folder}${text}`.split(/(?=[?#])/);
  return readHttpUrl(`${httpUrlText({ ...from, path: '' })}${withoutDots(path)}${query.join('')}`);
}

/** Whether a `Location` that could not be read may lead somewhere for a reader that is less strict. */
export function isUnusual(target: HttpUrl | undefined, location: string): boolean {
  return target === undefined && /^(https:|\/)/i.test(location.trim());
}

/** Follows such an address in a sentence. */
export const unusual = 'an address with a user name or in an unusual form, which is not followed';

/** Removes `.` and `..` from a path (RFC 3986 §5.2.4). */
function withoutDots(path: string): string {
  const kept: string[] = [];
  const segments = path.split('/').slice(1);
  for (const [at, segment] of segments.entries()) {
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
    if (at === segments.length - 1 && (segment === '.' || segment === '..')) kept.push('');
  }
  return `/${kept.join('/')}`;
}

/** A URL as a plan or a stranger wrote it, fit for a sentence: short, and without the user name and password that may stand in it. */
export function shownUrl(text: string): string {
  return text.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*@/i, '$1//').slice(0, 200);
}
