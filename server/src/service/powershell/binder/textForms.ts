/** Texts that .NET reads as values of its types. Where its rules are wider than these, the text passes. */

export function isGuid(text: string): boolean {
  const trimmed = text.trim();
  const dashed = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
  const bare = /^(?:\{(.*)\}|\((.*)\))$/.exec(trimmed);
  const inner = bare?.[1] ?? bare?.[2];
  return inner === undefined ? dashed.test(trimmed) || /^[\da-f]{32}$/i.test(trimmed) : dashed.test(inner) || inner.startsWith('0x');
}

/** `[-]d`, `[-][d.]hh:mm[:ss[.fffffff]]`. */
export function isTimeSpan(text: string): boolean {
  const trimmed = text.trim();
  const day = /^-?(\d{1,8})$/.exec(trimmed);
  if (day) return Number(day[1]) <= 10_675_199;
  const parts = /^-?(?:(\d{1,8})[.:])?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d{1,7})?)?$/.exec(trimmed);
  return parts !== null && Number(parts[2]) < 24 && Number(parts[3]) < 60 && Number(parts[4] ?? 0) < 60;
}

/** Dots and numbers as the oldest rules read them, each part decimal, octal or hexadecimal; or colons. */
export function isIpAddress(text: string): boolean {
  if (text.includes(':')) return isIpv6(text);
  const parts = text.split('.');
  const numbers = parts.map((part) => (/^0x[\da-f]+$/i.test(part) ? Number(part) : /^0[0-7]*$/.test(part) ? Number.parseInt(part, 8) : /^[1-9]\d*$/.test(part) ? Number(part) : Number.NaN));
  const last = numbers.pop();
  return last !== undefined && parts.length <= 4 && numbers.every((each) => each <= 255) && last < 256 ** (4 - numbers.length);
}

function isIpv6(text: string): boolean {
  const address = /^\[?([\da-f:.]+)(?:%\w+)?(?:\](?::\d+)?)?$/i.exec(text)?.[1];
  if (address === undefined) return false;
  const halves = address.replace(/(?<=:)\d+(?:\.\d+){3}$/, '0:0').split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  return groups.every((group) => /^[\da-f]{1,4}$/i.test(group)) && (halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8);
}

/** A relative one is almost any text; an absolute one fails by its host or port. */
export function isUri(text: string): boolean {
  const authority = /^\s*(?:https?|ftp|wss?):[/\\]{2}([^/\\?#]*)/i.exec(text)?.[1]?.replace(/^.*@/, '');
  if (authority === undefined) return !/^\s*[a-z][a-z\d+.-]*:[/\\]{2}\[[^\]]*$/i.test(text);
  if (authority.startsWith('[')) return /^\[[\da-f:.]+(?:%\w+)?\](?::\d*)?$/i.test(authority);
  const [, host = '', port = ''] = /^([^:]*)(?::(\d*))?$/.exec(authority) ?? [];
  // Most are; the expression for all letters takes milliseconds to compile.
  if (Number(port) > 65535) return false;
  if (!/^[\w.-]*$/.test(host)) return isInternationalHost(host);
  return /^[\w-]+(?:\.[\w-]+)*\.?$/.test(host);
}

function isInternationalHost(host: string): boolean {
  return /^[\p{L}\p{N}\p{M}_-]+(?:\.[\p{L}\p{N}\p{M}_-]+)*\.?$/u.test(host);
}
