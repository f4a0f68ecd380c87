/** `host:port`, the port as a number, of `http://host:port/`, `host:port` or `host`; undefined for what is none of these, such as WinHTTP's `http=…;https=…` list. */
export function hostAndPort(text: string): string | undefined {
  const match = /^(?:https?:\/\/)?([a-z0-9._-]+|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?\/?$/i.exec(text.trim());
  return match === null ? undefined : `${(match[1] ?? '').toLowerCase()}:${Number(match[2] ?? '80')}`;
}
