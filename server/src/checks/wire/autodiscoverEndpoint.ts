/** Autodiscover version 2: where a mailbox's service stands, asked without credentials and answered as JSON (Exchange 2016 CU3 and later). */

export type AutodiscoverEndpoint =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'error'; readonly code: string; readonly message: string }
  | { readonly kind: 'other' };

/** Path and query of the question for EWS. */
export function endpointPath(mailbox: string): string {
  return `/autodiscover/autodiscover.json/v1.0/${encodeURIComponent(mailbox).replaceAll('%40', '@')}?Protocol=EWS`;
}

/** Reads the answer's body, `{"Protocol":"EWS","Url":"…"}` or `{"ErrorCode":"…","ErrorMessage":"…"}`. */
export function readEndpointAnswer(body: string): AutodiscoverEndpoint {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { kind: 'other' };
  }
  const text = (name: string): string => {
    const found: unknown = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
    return typeof found === 'string' ? found : '';
  };
  if (text('Url') !== '') return { kind: 'url', url: text('Url').slice(0, 500) };
  if (text('ErrorCode') !== '') return { kind: 'error', code: text('ErrorCode').slice(0, 80), message: text('ErrorMessage').slice(0, 200) };
  return { kind: 'other' };
}
