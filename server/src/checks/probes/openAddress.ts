import type { Evidence } from '../../protocol/checks.ts';
import type { EarlyContext } from '../engine/check.ts';
import type { Failure, OpenPort, Way } from '../ports.ts';
import { addressAndPort, addressFamily } from '../wire/address.ts';
import { failureWords } from './failureWords.ts';

export interface Dialled {
  readonly address: string;
  readonly port: number;
  readonly result: (OpenPort | Failure) & Way;
  readonly evidence: Evidence;
}

/** Whether a port accepts connections; asked once in a run. `plain`: for plain HTTP. */
export function dial(context: EarlyContext, address: string, port: number, host?: string, plain?: true): Promise<Dialled> {
  const target = addressAndPort(address, port);
  return context.once(`connect ${target}${plain === true ? ' plain' : ''}`, async (signal) => {
    const to = { address, port, ...(host === undefined ? {} : { host }), ...(plain === undefined ? {} : { plain }) };
    const result = await context.ports.tcp.connect(to, { signal, timeoutMs: context.limits.connect });
    const answer = result.kind === 'open' ? 'connection accepted' : failureWords(result, context.limits.connect);
    return { address, port, result, evidence: { question: `TCP connect ${target}`, via: result.via, answer, elapsedMs: result.elapsedMs } };
  });
}

/** Every address at once, answers in the order of the addresses. */
export function dialAll(context: EarlyContext, addresses: readonly string[], port: number, host?: string): Promise<readonly Dialled[]> {
  return Promise.all(addresses.map((address) => dial(context, address, port, host)));
}

/**
 * The failures that say something about the other side. What is missing or silent over IPv6 speaks of this machine as much, unless
 * something came back over IPv6: many networks announce it and lead nowhere.
 */
export function tellingFailures(dialled: readonly Dialled[], alsoDialled: readonly Dialled[] = []): readonly Dialled[] {
  const isSix = ({ address }: Dialled): boolean => addressFamily(address) === 6;
  const cameBack = ({ result }: Dialled): boolean => result.kind === 'open' || result.reason === 'refused' || result.reason === 'reset';
  const sixWorks = [...dialled, ...alsoDialled].some((each) => isSix(each) && cameBack(each));
  return dialled.filter((each) => {
    if (each.result.kind === 'open') return false;
    return !isSix(each) || (each.result.reason === 'timeout' ? sixWorks : each.result.reason !== 'unreachable');
  });
}

/** The address that accepts first, so that a dead one beside a living one costs nothing; else all the failures. */
export function firstOpen(
  context: EarlyContext,
  addresses: readonly string[],
  port: number,
  host?: string,
  plain?: true,
): Promise<{ readonly address: string } | { readonly failed: readonly Dialled[] }> {
  return new Promise((resolve, reject) => {
    const dials = addresses.map((address) => dial(context, address, port, host, plain));
    for (const each of dials) {
      each.then((dialled) => {
        if (dialled.result.kind === 'open') resolve({ address: dialled.address });
      }, reject);
    }
    Promise.all(dials).then((failed) => resolve({ failed }), reject);
  });
}
