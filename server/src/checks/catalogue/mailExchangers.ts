import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { askName, plainName, replyWords } from '../probes/dnsQuestion.ts';

/** D5: where does the domain's mail go? Exchange Online there is a hint that mailboxes are, too. */
export const mailExchangers: Check = {
  id: 'D5',
  title: 'Mail exchangers (MX)',
  group: 'DNS',
  asks: 'MX records of the domain itself; the hosts that they name are not contacted.',
  guidance: ['G1'],
  needs: [],
  considers: [],
  run,
};

const doesNotProve = 'Where mailboxes are: mail may be filtered in one place and delivered in another.';

/** Exchange Online's entrances: of today, of DNSSEC domains, of the clouds for the US government and for China. */
const cloudEntrance = /\.(mail\.protection\.outlook\.com|mx\.microsoft|mail\.protection\.office365\.us|mail\.protection\.partner\.outlook\.cn)$/;

async function run(context: CheckContext): Promise<Outcome> {
  const asked = await askName(context, context.subject.domain, 'MX');
  const base = { evidence: [asked.evidence], doesNotProve, about: 'domain' } as const;
  const { domain } = context.subject;
  if (asked.state === 'unknown')
    return { ...base, verdict: 'unknown', summary: `The MX records of "${domain}" could not be read: ${replyWords(asked.reply, context.limits.dns)}.` };
  const hosts = asked.records
    .map(({ value }) => /^(\d+) (.*)$/.exec(value))
    .map((match) => ({ preference: Number(match?.[1] ?? 0), host: plainName(match?.[2] ?? '') }))
    .sort((one, other) => one.preference - other.preference)
    .map(({ host }) => host);
  if (hosts.every((host) => host === '')) {
    const words = hosts.length === 0 ? 'has no MX record' : 'says by its MX record "." that it takes no mail (RFC 7505)';
    return { ...base, verdict: 'info', summary: `"${domain}" ${words}. The federation does not need one.` };
  }
  const shown = hosts
    .slice(0, 4)
    .map((host) => `"${host.slice(0, 120)}"`)
    .join(', ');
  return { ...base, ...judge(context, hosts, `Mail for "${domain}" goes to ${shown}${hosts.length > 4 ? ` and ${hosts.length - 4} more` : ''}`) };
}

function judge({ subject }: CheckContext, hosts: readonly string[], fact: string): Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix'> {
  if (!hosts.some((host) => cloudEntrance.test(host))) return { verdict: 'pass', summary: `${fact}.` };
  if (subject.hosting === 'online') return { verdict: 'pass', summary: `${fact}: Exchange Online, as the plan says.` };
  const mailboxes =
    'Mail enters by Exchange Online. Either it is only filtered there, or the organization is hybrid or has moved: mailboxes that are in ' +
    'the cloud are not reached by a relationship that aims at the servers on premises.';
  return {
    verdict: 'info',
    summary: `${fact}: Exchange Online${subject.hosting === 'onPremises' ? ', while the plan says on premises' : ''}.`,
    cause: mailboxes,
    fix: 'Ask the partner where mailboxes are. For those in the cloud a second relationship is needed, for the cloud’s routing domain.',
  };
}
