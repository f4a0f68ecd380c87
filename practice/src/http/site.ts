/** What one HTTP request gets; the sites below are functions from the one to the other and open no socket. */
export interface SiteRequest {
  readonly method: string;
  /** Host header without port, lower case. */
  readonly host: string;
  /** Path without query, as sent. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface SiteAnswer {
  readonly status: number;
  /** The words after the status, where a product is known by its own. */
  readonly reason?: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

export function htmlAnswer(status: number, title: string, headers: SiteAnswer['headers'] = {}): SiteAnswer {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
    body: `<!DOCTYPE html>\n<html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
  };
}

export function redirectAnswer(location: string): SiteAnswer {
  return htmlAnswer(302, 'Object moved', { Location: location });
}
