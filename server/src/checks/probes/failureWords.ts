import type { Failure } from '../ports.ts';

/** What a failed probe saw, to follow the name of what was asked: `… did not answer within 5 s`. */
export function failureWords(failure: Failure, timeoutMs: number): string {
  const code = failure.code === '' ? '' : ` (${failure.code})`;
  switch (failure.reason) {
    case 'timeout':
      return `did not answer within ${timeoutMs / 1000} s`;
    case 'refused':
      return `refuses the connection${code}`;
    case 'reset':
      return `cut the connection${code}`;
    case 'closed':
      return failure.code === 'mid-answer' ? 'closed the connection in the middle of its answer' : `closed the connection without an answer${code}`;
    case 'unreachable':
      return `cannot be reached from this machine${code}`;
    case 'forbidden':
      return 'has a private, loopback or other special address, which is not dialled unless the settings allow it';
    case 'cancelled':
      return 'was not waited for: the check was ended';
    case 'nonsense':
      return `gave an answer that does not follow the protocol${code}`;
    case 'malformed':
      return `answers by HTTP, with a mistake past which these checks do not read${code}`;
    case 'handshake':
      return `did not complete the TLS handshake${code}`;
    case 'proxy':
      return `could not be asked by way of the proxy: ${failure.code}`;
    case 'limit':
      return `sent more than these checks read${code}`;
    case 'error':
      return `could not be asked${code}`;
  }
}

/** Whether the failure is a fact about the other side; a silence, a cut or this machine's own limits are none. */
export function isDecided(failure: Failure): boolean {
  return failure.reason === 'refused' || failure.reason === 'nonsense';
}
