import type { CheckContext, JudgedHost } from '../engine/check.ts';
import { firstOpen } from './openAddress.ts';
import { resolveHost } from './resolvedHost.ts';
import { statedAutodiscover } from './statedEndpoint.ts';

/**
 * The host at which the lookup found its answer over a connection that Exchange accepts, where that is another than `host`: then the
 * federation does not use `host`. What the plan states is called as it is written, so no other host makes up for it.
 */
export async function answeredElsewhere(context: CheckContext, host: string): Promise<JudgedHost | undefined> {
  const stated = statedAutodiscover(context.subject);
  if (stated.kind === 'url' && stated.url.host === host) return undefined;
  const found = (await context.resultOf('F1')).facts.federation?.answer;
  if (found === undefined || found.refusal !== undefined || found.url.host === host) return undefined;
  const { addresses } = await resolveHost(context, found.url.host);
  const open = await firstOpen(context, addresses, found.url.port, found.url.host);
  return 'failed' in open ? undefined : { host: found.url.host, port: found.url.port, addresses: [open.address] };
}
