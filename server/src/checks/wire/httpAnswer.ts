/**
 * What kind of thing answered in Exchange's place. Lookups meet web sites, login pages and half-stopped servers far more often than
 * broken Exchange, and each of them has another culprit.
 */
import type { HttpAnswer } from '../ports.ts';
import { shownUrl } from './httpUrl.ts';

export type AnswerKind =
  | 'exchange401'
  | 'windowsAuthentication'
  | 'preAuthentication'
  | 'loginRedirect'
  | 'redirect'
  | 'stopped'
  | 'basicOnly'
  | 'wantsCredentials'
  | 'webSite'
  | 'notPublished'
  | 'forbidden'
  | 'handlerMissing'
  | 'hostUnknown'
  | 'plainHttp'
  | 'busy'
  | 'serverError'
  | 'other';

export interface ClassifiedAnswer {
  readonly kind: AnswerKind;
  /** Headers show that an Exchange front end wrote or passed the answer. */
  readonly exchange: boolean;
  /** Fits after `it` or a host's name: `answers like a web site (HTTP 200, text/html)`. */
  readonly words: string;
}

const exchangeMarks = ['x-soap-enabled', 'x-wssecurity-enabled', 'x-feserver', 'x-owa-version', 'x-calculatedbetarget', 'x-diaginfo'];

/** The first line of a header, or the empty string. */
export function header(answer: HttpAnswer, name: string): string {
  return answer.headers.get(name)?.[0] ?? '';
}

export function hasExchangeMarks(answer: HttpAnswer): boolean {
  return exchangeMarks.some((name) => answer.headers.has(name));
}

/** Schemes of all `WWW-Authenticate` lines, lower case; proxies join lines with commas. */
export function authenticationSchemes(answer: HttpAnswer): readonly string[] {
  const parts = (answer.headers.get('www-authenticate') ?? []).flatMap(partsOutsideQuotes);
  // A word that an equals sign follows is a parameter of the scheme before it.
  const schemes = parts.flatMap((part) => /^([A-Za-z][\w-]*)(?:\s+(?![\s=])|$)/.exec(part)?.[1]?.toLowerCase() ?? []);
  return [...new Set(schemes)];
}

/** Cuts at commas, quoted ones left out. By hand, since a stranger's header makes a regular expression with quotes in it crawl. */
function partsOutsideQuotes(line: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    if (quoted && line[at] === '\\') at++;
    else if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ',' && !quoted) {
      parts.push(line.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...parts, line.slice(from).trim()];
}

const loginPages =
  /\/adfs\/ls|\/my\.policy|\/vpn\/|\/owa\/auth|\/cgi\/login|\/oauth2\/|login\.microsoftonline\.com|\/saml|\/sso\/|\/cookieauth\.dll|[/.]log[io]n/i;

/** Whether a `Location` leads to a page where a person signs in. */
export function isLoginPage(location: string): boolean {
  return loginPages.test(location);
}

/** The first fitting row decides. */
export function classifyAnswer(answer: HttpAnswer): ClassifiedAnswer {
  const exchange = hasExchangeMarks(answer);
  const html = /text\/html|application\/xhtml/i.test(header(answer, 'content-type')) || /^\s*<(!doctype html|html)/i.test(answer.body);
  const as = (kind: AnswerKind, words: string): ClassifiedAnswer => ({
    kind,
    exchange,
    words: `${words} (HTTP ${answer.status}${html ? ', HTML' : ''})`,
  });
  const { status } = answer;
  if (status === 401) return unauthorized(answer, as, exchange);
  if (status >= 300 && status < 400) {
    const location = shownUrl(header(answer, 'location'));
    return isLoginPage(location) ? as('loginRedirect', `sends to a login page, "${location}"`) : as('redirect', `redirects to "${location}"`);
  }
  if (status === 503) {
    const httpSys = /Microsoft-HTTPAPI/i.test(header(answer, 'server'));
    // Who says when to come back is there, and busy (RFC 9110 §10.2.3); Windows in place of a stopped pool does not.
    if (!httpSys && header(answer, 'retry-after') !== '') return as('busy', 'asks to be called later');
    return as(
      'stopped',
      httpSys ? 'answers from Windows itself: the application pool or the publisher behind it is stopped' : 'says that its service is unavailable',
    );
  }
  if (status === 200 && html) return as('webSite', 'answers like a web site');
  if (status === 404) return as('notPublished', 'does not know this path');
  if (status === 403) return as('forbidden', 'forbids this path');
  if (status === 405) return as('handlerMissing', 'does not accept a POST on this path');
  if (status === 400 && /invalid hostname/i.test(answer.body)) return as('hostUnknown', 'has no web site for this host name');
  if (status === 400 && /plain http request|https?[- ]port/i.test(answer.body)) return as('plainHttp', 'mixes http and https on this port');
  if (status === 429) return as('busy', 'is throttling');
  if (status >= 500) return as('serverError', 'answers with a server error');
  if (exchange) return { kind: 'other', exchange, words: `is an Exchange front end that answers HTTP ${status}` };
  return as('other', 'gives an answer that Exchange does not give');
}

function unauthorized(answer: HttpAnswer, as: (kind: AnswerKind, words: string) => ClassifiedAnswer, exchange: boolean): ClassifiedAnswer {
  if (exchange) return as('exchange401', 'is an Exchange front end that asks for credentials');
  const schemes = authenticationSchemes(answer);
  const isa =
    answer.statusText.includes('The server requires authorization') || /session-based-authentication/i.test(header(answer, 'proxy-support'));
  if (isa) return as('preAuthentication', 'asks for credentials like an ISA, TMG or UAG server');
  if (schemes.includes('negotiate') || schemes.includes('ntlm')) {
    return as('windowsAuthentication', 'asks for Windows credentials without any mark of Exchange');
  }
  if (schemes.length === 1 && schemes[0] === 'basic') return as('basicOnly', 'asks for a password without any mark of Exchange');
  return as('wantsCredentials', 'asks for credentials without any mark of Exchange');
}
