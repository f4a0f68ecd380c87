import roads from '../../../data/roadAhead.json' with { type: 'json' };
import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { ownerOfBuild } from '../wire/exchangeBuild.ts';
import { isExchangeOnline } from '../wire/federationInformation.ts';

/** R1: what is announced for the Exchange that answers, and reaches a federation? Information, never a finding. */
export const roadAhead: Check = {
  id: 'R1',
  title: 'The road ahead',
  group: 'Road ahead',
  asks: 'Nothing more: what is known of the version that answered F1, and of Exchange Online where it or F3 found the domain there.',
  guidance: ['G9a'],
  needs: [],
  considers: ['F1', 'F3'],
  run,
};

const doesNotProve = 'That nothing else is announced: the list is as old as this release.';

async function run(context: CheckContext): Promise<Outcome> {
  const first = await context.resultOf('F1');
  const { federation } = first.facts;
  const information = federation?.answer?.information;
  const third = (await context.resultOf('F3')).facts;
  const base = { evidence: federation?.answer?.evidence ?? [], doesNotProve, about: 'domain' } as const;
  const online = context.subject.hosting === 'online' || third.inExchangeOnline === true || (information !== undefined && isExchangeOnline(information));
  if (online) {
    const text = roads.exchangeOnline.filter(({ id }) => id !== 'federation-information' || (context.subject.relationships ?? []).length > 0);
    return { ...base, verdict: 'info', summary: text.map((each) => `${each.text} (${each.source})`).join(' ') };
  }
  const owner = information?.serverVersion === undefined ? undefined : ownerOfBuild(information.serverVersion);
  if (owner?.endOfSupport === undefined) {
    return { ...base, evidence: [], verdict: 'skipped', summary: 'Skipped because it is not known which Exchange answers.' };
  }
  const ended = Date.parse(owner.endOfSupport) < context.ports.clock.now();
  if (!ended) return { ...base, verdict: 'pass', summary: `${owner.name} is supported until ${owner.endOfSupport}.` };
  return {
    ...base,
    verdict: 'info',
    summary: `Support of ${owner.name} ended on ${owner.endOfSupport}: it gets no security updates.`,
    fix: 'Plan the move to Exchange Server Subscription Edition or to Exchange Online.',
  };
}
