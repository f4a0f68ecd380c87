import type { CheckId, CheckRequest, HostToContact } from '../protocol/checks.ts';
import { addressAndPort, addressFamily } from './wire/address.ts';
import { microsoftHosts } from './probes/microsoftHosts.ts';
import { readHttpUrl, type HttpUrl } from './wire/httpUrl.ts';

/**
 * The hosts that a run of this request contacts, for the question before the first run; each host once.
 *
 * @param resolvers Configured DNS servers; the request's route goes before them. Empty: the system's own, named as such.
 * @param innerResolvers Those asked for comparison; likewise.
 */
export function hostsToContact(
  request: CheckRequest,
  resolvers: readonly string[] = [],
  innerResolvers: readonly string[] = [],
): readonly HostToContact[] {
  const hosts = new Map<string, string>();
  // One host at two ports is two places, and both are named.
  const add = (host: string, reason: string, port = 443): void => {
    const place = port === 443 ? host : addressAndPort(host, port);
    if (!hosts.has(place)) hosts.set(place, reason);
  };
  for (const { domain, autodiscover, webServices, relationships = [] } of request.subjects) {
    add(`autodiscover.${domain}`, `Autodiscover of "${domain}", ports 443 and 80; a redirect from there, or an SRV record, may lead to a further host, port 443`);
    add(domain, `the domain "${domain}" itself, port 443: the second place where Autodiscover is looked for`);
    for (const [service, text] of [['Autodiscover', autodiscover], ['Exchange Web Services', webServices]] as const) {
      const url = askedUrl(text);
      if (url !== undefined) add(url.host, `${service} URL of "${domain}" in the plan, port ${url.port}`, url.port);
    }
    for (const { name, targetAutodiscoverEpr, targetSharingEpr } of relationships) {
      for (const text of [targetAutodiscoverEpr, targetSharingEpr]) {
        const url = askedUrl(text);
        if (url !== undefined) add(url.host, `an endpoint at which the relationship "${name}" aims, port ${url.port}`, url.port);
      }
    }
  }
  if (request.settings?.askNameServers !== false && request.subjects.some(({ hosting, federationProofs }) => hosting !== 'online' && federationProofs.length > 0))
    add('the name servers of these domains’ zones', 'asked directly for the federation proof (TXT), port 53');
  if (request.settings?.microsoftServices === true) for (const { host, reason } of microsoftHosts) add(host, reason);
  if (request.only === undefined || request.only.some((check) => asksCertificateAddresses.includes(check))) {
    const what = 'issuers, OCSP responders and revocation lists of the certificates that the hosts above show';
    add('addresses that certificates name', `${what}, http at port 80`);
  }
  const proxy = /^(?:[a-z]+:\/\/)?(?:[^@/\s]*@)?([^/@\s]+)/i.exec(request.settings?.proxy?.url ?? '')?.[1];
  if (proxy !== undefined) add(proxy, 'the proxy of this network, by which all connections but those of DNS go');
  const asked = request.route?.resolvers?.length ? request.route.resolvers : resolvers;
  for (const resolver of asked) add(resolver, 'DNS resolver');
  const inner = request.route?.innerResolvers?.length ? request.route.innerResolvers : innerResolvers;
  for (const resolver of inner) add(resolver, 'inner DNS resolver, for comparison');
  if (asked.length === 0) add('this system’s DNS resolvers', 'DNS questions for the names above');
  else if (![...asked, ...inner].every(isPlainOrAddress)) add('this system’s DNS resolvers', 'the address of the DNS resolver that is asked over HTTPS');
  return [...hosts].map(([host, reason]) => ({ host, reason }));
}

const asksCertificateAddresses: readonly CheckId[] = ['C2', 'C4', 'C7', 'C8'];

/** Plans' URLs are asked over https only. */
function askedUrl(text: string | undefined): HttpUrl | undefined {
  const url = text === undefined ? undefined : readHttpUrl(text);
  return url?.secure === true ? url : undefined;
}

/** A resolver that needs no other one to be found: an address, also within an https URL. */
function isPlainOrAddress(resolver: string): boolean {
  const url = readHttpUrl(resolver);
  return url === undefined || addressFamily(url.host) !== undefined;
}
