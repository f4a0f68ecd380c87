import type { CheckSubject } from '../../protocol/checks.ts';
import { readHttpUrl, shownUrl, type HttpUrl } from '../wire/httpUrl.ts';

/** What the plan states of the Autodiscover endpoint. It is called as written, so no other host can stand in for it. */
export type StatedEndpoint =
  | { readonly kind: 'none' }
  | { readonly kind: 'url'; readonly url: HttpUrl }
  /** `words`: a sentence without its full stop. */
  | { readonly kind: 'unreadable'; readonly words: string };

export function statedAutodiscover({ autodiscover }: CheckSubject): StatedEndpoint {
  if (autodiscover === undefined) return { kind: 'none' };
  const url = readHttpUrl(autodiscover);
  return url?.secure === true ? { kind: 'url', url } : { kind: 'unreadable', words: unreadableUrl('Autodiscover', autodiscover) };
}

/** Says that a URL of the plan cannot be asked; what stands before an `@` in it may be a password and is not repeated. */
export function unreadableUrl(service: 'Autodiscover' | 'EWS', url: string): string {
  return `The plan’s ${service} URL "${shownUrl(url)}" is not an https address that can be asked`;
}

const mostRelationships = 3;

/**
 * The Autodiscover services at which relationships of the plan aim for this domain, at other hosts than the usual ones. Exchange calls them
 * for every domain that the relationship names, whether or not the domain has an Autodiscover name of its own.
 */
export function relationshipAutodiscovers({ domain, autodiscover, relationships = [] }: CheckSubject): readonly HttpUrl[] {
  const usual = new Set([`autodiscover.${domain}`, domain, autodiscover === undefined ? undefined : readHttpUrl(autodiscover)?.host]);
  const urls = relationships.flatMap(({ targetAutodiscoverEpr }) => {
    const url = targetAutodiscoverEpr === undefined ? undefined : readHttpUrl(targetAutodiscoverEpr);
    return url?.secure === true && !usual.has(url.host) ? [url] : [];
  });
  return [...new Map(urls.map((url) => [`${url.host}:${url.port}`, url])).values()].slice(0, mostRelationships);
}
