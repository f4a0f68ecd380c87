/** Addresses that certificates name: where an issuer's certificate, a status or a revocation list is to be had. */
import type { Evidence } from '../../protocol/checks.ts';
import type { CheckContext } from '../engine/check.ts';
import { readHttpUrl, shownUrl, type HttpUrl } from '../wire/httpUrl.ts';
import { askHttp } from './httpQuestion.ts';

export type AddressReply =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly evidence: readonly Evidence[] }
  /** `words` follow the address: `answers HTTP 404`. */
  | { readonly kind: 'nothing'; readonly words: string; readonly evidence: readonly Evidence[] };

/**
 * The address, where it may be asked: http at port 80, as all of them are written. What a certificate names is a stranger's word, so no
 * other scheme, port or redirect is followed; private addresses are refused where they are dialled.
 */
export function readableAddress(text: string): HttpUrl | undefined {
  const url = readHttpUrl(text);
  return url !== undefined && !url.secure && url.port === 80 ? url : undefined;
}

/** Asks one such address; `subjectLine` tells in the evidence what for. */
export async function askAddress(
  context: CheckContext,
  text: string,
  question: { readonly body?: Uint8Array; readonly type?: string; readonly mostBytes: number; readonly subjectLine: string },
): Promise<AddressReply> {
  const url = readableAddress(text);
  if (url === undefined) return { kind: 'nothing', words: 'is not asked, since it is not http at port 80', evidence: [] };
  const reply = await askHttp(context, url, {
    method: question.body === undefined ? 'GET' : 'POST',
    headers: question.type === undefined ? {} : { 'content-type': question.type },
    ...(question.body === undefined ? {} : { body: question.body }),
    mostBytes: question.mostBytes,
    subjectLine: question.subjectLine,
  });
  const { evidence } = reply;
  if (reply.kind === 'nothing') return { kind: 'nothing', words: reply.words, evidence };
  const { status, bytes, truncated } = reply.answer;
  if (status !== 200 || bytes === undefined) return { kind: 'nothing', words: `answers HTTP ${status}`, evidence };
  if (truncated) return { kind: 'nothing', words: `sends more than the ${Math.round(question.mostBytes / 1024)} KB that are read`, evidence };
  return { kind: 'bytes', bytes, evidence };
}

/** For a sentence. */
export function quotedAddress(text: string): string {
  return `"${shownUrl(text)}"`;
}
