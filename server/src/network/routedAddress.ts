/** The one place where a route leads a connection elsewhere. Everything above speaks of the addresses that plan and DNS give. */
import { isIP } from 'node:net';
import type { Endpoint } from '../checks/ports.ts';
import { addressAndPort } from '../checks/wire/address.ts';
import type { Route } from '../protocol/route.ts';

export interface RoutedAddress extends Endpoint {
  /** The route has an entry for this address. */
  readonly routed: boolean;
}

/** Reads `address`, `address:port` or `[address]:port`; `undefined` for anything else. */
export function readEndpoint(text: string, otherwisePort: number): Endpoint | undefined {
  const bare = text.trim();
  if (isIP(bare) !== 0) return { address: bare, port: otherwisePort };
  const match = /^(?:\[([0-9a-fA-F:.]+(?:%[\w.~-]+)?)\]|([0-9.]+))(?::(\d{1,5}))?$/.exec(bare);
  const address = match?.[1] ?? match?.[2] ?? '';
  const port = match?.[3] === undefined ? otherwisePort : Number(match[3]);
  return isIP(address) !== 0 && port > 0 && port < 65_536 ? { address, port } : undefined;
}

/** Makes the function that says where an address is really dialled. */
export function routedAddresses(route: Route | undefined): (to: Endpoint) => RoutedAddress {
  const table = new Map<string, Endpoint>();
  for (const [from, to] of Object.entries(route?.connect ?? {})) {
    const source = readEndpoint(from, 443);
    const target = readEndpoint(to, 443);
    if (source !== undefined && target !== undefined) table.set(addressAndPort(source.address, source.port), target);
  }
  return (to) => {
    const target = table.get(addressAndPort(to.address, to.port));
    return target === undefined ? { ...to, routed: false } : { ...target, routed: true };
  };
}
