import type { ProxySettings } from '../protocol/checks.ts';

/** The proxy that the environment names, as curl reads it: `HTTPS_PROXY`, then `ALL_PROXY`, with the exceptions of `NO_PROXY`; small letters go first. */
export function environmentProxy(environment: Readonly<Record<string, string | undefined>>): ProxySettings | undefined {
  const read = (name: string): string => environment[name.toLowerCase()] ?? environment[name] ?? '';
  const url = [read('HTTPS_PROXY'), read('ALL_PROXY')].find((each) => each !== '');
  if (url === undefined) return undefined;
  return { url, except: read('NO_PROXY').split(/[\s,]+/).filter((each) => each !== '') };
}
