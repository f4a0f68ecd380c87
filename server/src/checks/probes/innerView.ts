import type { Evidence } from '../../protocol/checks.ts';
import type { CheckContext } from '../engine/check.ts';
import { needsPermission } from '../wire/address.ts';
import { resolveHost, type ResolvedHost } from './resolvedHost.ts';

/** How the resolvers inside one's own network see a host, beside those that the checks go by. */
export interface InnerView {
  readonly view:
    | 'same'
    /** Other addresses inside. */
    | 'other'
    /** No address inside, though there is one outside. */
    | 'missing'
    /** An address inside alone. */
    | 'onlyInside'
    | 'unknown';
  /** A sentence on what the inner resolver says. */
  readonly sentence: string;
  readonly cause?: string;
  readonly evidence: readonly Evidence[];
}

/** Asks both, so that one does not wait for the other; no view where the settings name no inner resolvers. */
export async function resolveOnBothSides(
  context: CheckContext,
  host: string,
): Promise<{ readonly outside: ResolvedHost; readonly inner?: InnerView }> {
  const inside = context.ports.innerDns === undefined ? undefined : resolveHost(context, host, 'inner');
  const outside = await resolveHost(context, host);
  if (inside === undefined) return { outside };
  const seen = await inside;
  return { outside, inner: { ...compare(seen, outside), evidence: seen.evidence } };
}

function compare(inside: ResolvedHost, outside: ResolvedHost): Omit<InnerView, 'evidence'> {
  const says = `The inner resolver: "${inside.host}" ${inside.words}.`;
  if (inside.state === 'unknown') return { view: 'unknown', sentence: says };
  if (inside.state === 'found' && outside.state === 'found') {
    // A resolver may give some of many addresses, in turn.
    const known = new Set(outside.addresses);
    const shared = inside.addresses.filter((address) => known.has(address)).length;
    if (shared === Math.min(inside.addresses.length, outside.addresses.length)) return { view: 'same', sentence: 'The inner resolver says the same.' };
    const inner = inside.addresses.some(needsPermission);
    return {
      view: 'other',
      sentence: says,
      cause:
        `Split DNS: servers that ask the inner resolver connect to ${inner ? 'an inner address' : 'another address'}, which these checks do not judge. ` +
        'That is usual for one’s own domains; for a partner’s, a zone or a forwarder inside stands in the way of the public answer.',
    };
  }
  if (inside.state === 'found') {
    if (outside.state === 'unknown') return { view: 'unknown', sentence: says };
    return { view: 'onlyInside', sentence: says, cause: 'Split DNS: the name is published in the inner zone alone, so no partner finds it.' };
  }
  if (outside.state !== 'found') return { view: 'same', sentence: 'The inner resolver has no address for it either.' };
  return {
    view: 'missing',
    sentence: says,
    cause:
      'Split DNS: servers that ask the inner resolver do not find the host that the public DNS has. An inner zone of that name hides it, or the ' +
      'inner resolver does not ask outside.',
  };
}
