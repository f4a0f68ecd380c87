/** Sites that are not Exchange: an organization's public web site, and a host that only sends on to another. */
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
