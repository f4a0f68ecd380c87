import type { CheckRequest, HostToContact } from '../protocol/checks.ts';
import { readHttpUrl } from './wire/httpUrl.ts';

/**
 * The hosts that a run of this request contacts, for the question before the first run; each host once.
 *
 * @param resolvers Configured DNS servers; the request's route goes before them. Empty: the system's own, named as such.
 */
export function hostsToContact(request: CheckRequest, resolvers: readonly string[] = []): readonly HostToContact[] {
  const hosts = new Map<string, string>();
  const add = (host: string | undefined, reason: string): void => {
    if (host !== undefined && !hosts.has(host)) hosts.set(host, reason);
  };
  for (const { domain, autodiscover, webServices } of request.subjects) {
    add(`autodiscover.${domain}`, `Autodiscover of "${domain}", ports 443 and 80; a redirect from there may lead to a further https host`);
    add(domain, `the domain "${domain}" itself, port 443: the second place where Autodiscover is looked for`);
    add(hostOf(autodiscover), `Autodiscover URL of "${domain}" in the plan`);
    add(hostOf(webServices), `Exchange Web Services URL of "${domain}" in the plan`);
  }
  const asked = request.route?.resolvers?.length ? request.route.resolvers : resolvers;
  for (const resolver of asked) add(resolver, 'DNS resolver');
  if (asked.length === 0) add('this system’s DNS resolvers', 'DNS questions for the names above');
  return [...hosts].map(([host, reason]) => ({ host, reason }));
}

function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : readHttpUrl(url)?.host;
}
