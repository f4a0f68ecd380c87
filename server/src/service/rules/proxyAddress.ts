/**
 * `host:port`, the port as a number, of `http://host:port/`, `host:port` or `host`; undefined for what is none of these, such as WinHTTP's
 * `http=…;https=…` list or an https address without its port.
 */
export function hostAndPort(text: string): string | undefined {
  const match = /^(https?:\/\/)?([a-z0-9._-]+|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?\/?$/i.exec(text.trim());
  if (match === null || (match[3] === undefined && match[1]?.toLowerCase() === 'https://')) return undefined;
  return `${(match[2] ?? '').toLowerCase().replace(/\.$/, '')}:${Number(match[3] ?? '80')}`;
}

/**
 * True where two proxies, as `hostAndPort` gives them, are known to differ. A short name may be that of the host whose full name begins
 * with it, and an address may be that of any name: of these nothing is known.
 */
export function areOtherProxies(one: string, other: string): boolean {
  const [a, b] = [parts(one), parts(other)];
  if (a.port !== b.port) return true;
  if (a.host === b.host || isAddress(a.host) !== isAddress(b.host)) return false;
  return isAddress(a.host) || !(b.host.startsWith(`${a.host}.`) || a.host.startsWith(`${b.host}.`));
}

function parts(proxy: string): { readonly host: string; readonly port: string } {
  const at = proxy.lastIndexOf(':');
  return { host: proxy.slice(0, at), port: proxy.slice(at + 1) };
}

function isAddress(host: string): boolean {
  return host.startsWith('[') || /^[0-9]+(?:\.[0-9]+){3}$/.test(host);
}
