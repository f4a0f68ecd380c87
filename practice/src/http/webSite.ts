/** Sites that are not Exchange: an organization's public web site, a host that only sends on to another, an authority's files. */
import type { AuthorityFiles } from '../certificates/authority.ts';
import type { RedirectSite, WebSite } from '../world.ts';
import { htmlAnswer, redirectAnswer, type SiteAnswer, type SiteRequest } from './site.ts';

export function answerAsWebSite(request: SiteRequest, site: WebSite): SiteAnswer {
  const server = { Server: 'nginx' };
  if (site.answers === 'everyPath' || request.path === '/') return htmlAnswer(200, `Welcome to ${site.title}`, server);
  return htmlAnswer(404, `${site.title}: page not found`, server);
}

/** As Exchange Online's Autodiscover does: whatever the host asked for, the service lives elsewhere. */
export function answerAsRedirect(request: SiteRequest, site: RedirectSite): SiteAnswer {
  const server = { Server: 'Microsoft-IIS/10.0' };
  if (site.everyPath !== true && !request.path.toLowerCase().startsWith('/autodiscover/')) return htmlAnswer(404, '404 - File or directory not found.', server);
  return redirectAnswer(`${site.toScheme ?? 'https'}://${site.toHost}${site.toPath ?? request.path}`);
}

/** What certificates name: the issuers' own, and the list of those that are revoked. */
export function answerAsAuthority(request: SiteRequest, files: AuthorityFiles): SiteAnswer {
  const file = files.get(request.path);
  if (file === undefined) return htmlAnswer(404, 'Not found', { Server: 'nginx' });
  const type = request.path.endsWith('.crl') ? 'application/pkix-crl' : 'application/pkix-cert';
  return { status: 200, headers: { Server: 'nginx', 'Content-Type': type }, body: file };
}
