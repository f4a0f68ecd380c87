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
