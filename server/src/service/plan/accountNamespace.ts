import { domainName } from './domainName.ts';

/** What Exchange 2010 SP1 and later put before the accepted domain that gives a trust its namespace. */
const prefix = 'fydibohf25spdlt.';

/** The accepted domain behind an account namespace or an application URI, written with or without the prefix: both mean the same. */
export function namespaceDomain(text: string): string {
  const name = domainName(text.trim().replace(/^http:\/\//i, '').replace(/\/+$/, ''));
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}
