import type { Check, CheckContext, JudgedHost, Outcome } from '../engine/check.ts';
import { answeredElsewhere } from '../probes/answeredElsewhere.ts';
import { failureWords } from '../probes/failureWords.ts';
import { dialAll, tellingFailures, type Dialled } from '../probes/openAddress.ts';
import { resolveHost } from '../probes/resolvedHost.ts';
import { relationshipAutodiscovers, statedAutodiscover } from '../probes/statedEndpoint.ts';
import { addressFamily } from '../wire/address.ts';

/** N1: does every address of the host that the federation uses accept connections? */
export const port443: Check = {
  id: 'N1',
  title: 'TCP port 443',
  group: 'Network',
  asks: 'A TCP connection to port 443 of each IPv4 and IPv6 address of the Autodiscover host, and of the domain itself for information.',
  guidance: ['G10', 'G11'],
  needs: ['D1'],
  considers: ['F1'],
  run,
};

const doesNotProve =
  'That the partner’s firewall lets your Exchange servers in: it may allow some networks only. Repeat it there with Test-NetConnection.';

interface Candidate {
  readonly host: string;
  readonly port: number;
  readonly dialled: readonly Dialled[];
}

async function dialHost(context: CheckContext, host: string, port: number): Promise<Candidate> {
  const { addresses } = await resolveHost(context, host);
  return { host, port, dialled: await dialAll(context, addresses, port, host) };
}

async function run(context: CheckContext): Promise<Outcome> {
  const { domain } = context.subject;
  const named = statedAutodiscover(context.subject);
  const stated = named.kind === 'url' ? named.url : undefined;
  const candidates = await Promise.all([
    ...(stated === undefined ? [] : [dialHost(context, stated.host, stated.port)]),
    dialHost(context, `autodiscover.${domain}`, 443),
    ...relationshipAutodiscovers(context.subject).map(({ host, port }) => dialHost(context, host, port)),
    dialHost(context, domain, 443),
  ]);
  const about = named.kind === 'none' ? 'domain' : 'autodiscover';
  const [used, ...others] = candidates.filter((candidate) => candidate.dialled.length > 0);
  if (used === undefined) return { verdict: 'unknown', summary: 'No address is known to connect to.', evidence: [], about };
  const evidence = [
    ...new Map([used, ...others].flatMap((each) => each.dialled).map((dialled) => [`${dialled.address} ${dialled.port}`, dialled.evidence])).values(),
  ];
  const open = used.dialled.filter((dialled) => dialled.result.kind === 'open');
  if (used.host === domain && stated?.host !== domain && (await isUnused(context))) {
    return {
      verdict: 'info',
      summary:
        `Only "${domain}" itself has an address; it accepts ${open.length > 0 ? '' : 'no '}connections on port 443, but the lookup finds no ` +
        'federation information there.',
      cause: 'What answers at the domain itself is a web site that the federation does not use, so nothing of it is judged.',
      evidence,
      doesNotProve,
      about,
      facts: { nothingUsed: true },
    };
  }
  if (open.length > 0) {
    const facts = { endpoint: endpointOf(used) };
    const judged = judgeOpen(used, others.flatMap((each) => each.dialled));
    return { ...(judged.verdict === 'warn' ? await unlessUnused(context, used.host, judged) : judged), evidence, doesNotProve, about, facts };
  }
  // What the plan states is called as it is written: an answer elsewhere does not make up for it.
  const elsewhere = used.host === stated?.host ? undefined : await foundElsewhere(context, used.host);
  const closed = used.dialled.map((dialled) => `${dialled.address} ${dialled.evidence.answer}`).join('; ');
  if (elsewhere !== undefined) {
    return {
      verdict: 'info',
      summary:
        `"${used.host}" accepts no connection on port ${used.port} (${closed}), but the lookup of federation information finds ` +
        `its answer at "${elsewhere.host}".`,
      evidence,
      doesNotProve,
      about,
      facts: { endpoint: elsewhere },
    };
  }
  const byProxy = used.dialled.every(({ result }) => result.kind === 'failure' && result.reason === 'proxy');
  return { facts: byProxy ? { closedByProxy: true } : {}, ...judgeClosed(used, others.flatMap((each) => each.dialled), closed), evidence, doesNotProve, about };
}

function isByName({ result }: Dialled): boolean {
  return result.kind === 'open' && result.byName === true;
}

/** A dead node of a host that the lookup passes over stands in nobody's way. */
async function unlessUnused(context: CheckContext, host: string, judged: ReturnType<typeof judgeOpen>): Promise<ReturnType<typeof judgeOpen>> {
  const other = await answeredElsewhere(context, host);
  if (other === undefined) return judged;
  return { verdict: 'info', summary: judged.summary, cause: `The lookup of federation information passes over this host and finds its answer at "${other.host}".` };
}

/** The domain itself is the lookup's last place; where it decidedly holds no answer, the federation does not use it. */
async function isUnused(context: CheckContext): Promise<boolean> {
  const lookup = (await context.resultOf('F1')).facts.federation;
  if (lookup === undefined || lookup.answer !== undefined) return false;
  return lookup.attempts.every(({ step, decided }) => step !== 'domain' || decided);
}

function endpointOf(candidate: Candidate): JudgedHost {
  const open = candidate.dialled.filter((dialled) => dialled.result.kind === 'open');
  // By a name all of them are one way, and what is seen there is said of one place only.
  const apart = open.some(isByName) ? open.slice(0, 1) : open;
  return { host: candidate.host, port: candidate.port, addresses: apart.map((dialled) => dialled.address) };
}

function judgeOpen(used: Candidate, others: readonly Dialled[]): Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix'> {
  const dead = used.dialled.filter((dialled) => dialled.result.kind === 'failure');
  const all = used.dialled.length;
  if (used.dialled.some(isByName)) {
    const which = all === 1 ? '' : ` Which of its ${all} addresses, the proxy alone knows, so its nodes are not told apart.`;
    return { verdict: 'pass', summary: `"${used.host}" accepts connections on port ${used.port}, by way of a proxy that takes names only.${which}` };
  }
  if (dead.length === 0)
    return {
      verdict: 'pass',
      summary: `"${used.host}" accepts connections on port ${used.port} at ${all === 1 ? 'its address' : `all of its ${all} addresses`}.`,
    };
  const words = dead.map((dialled) => `${dialled.address} ${dialled.evidence.answer}`).join('; ');
  const summary = `"${used.host}" accepts connections on port ${used.port} at ${all - dead.length} of ${all} addresses: ${words}.`;
  const telling = tellingFailures(used.dialled, others).filter(({ result }) => result.kind === 'failure' && result.reason !== 'forbidden');
  if (telling.length === 0) {
    return {
      verdict: 'info',
      summary,
      cause: dead.some(({ result }) => result.kind === 'failure' && result.reason === 'timeout')
        ? 'Nothing came back over IPv6: either those addresses are dead, or this machine has no working IPv6; which of them, it cannot tell.'
        : 'This machine has no way to those addresses, which says nothing about them.',
    };
  }
  return {
    verdict: 'warn',
    summary,
    cause: 'One of several nodes is down or not let through; callers that pick its address fail now and then.',
    fix: 'Repair the node or its firewall rule, or remove the address from DNS.',
  };
}

function judgeClosed(used: Candidate, others: readonly Dialled[], closed: string): Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix'> {
  const summary = `"${used.host}" accepts no connection on port ${used.port}: ${closed}.`;
  const failures = tellingFailures(used.dialled, others)
    .map((dialled) => dialled.result)
    .filter((result) => result.kind === 'failure');
  if (failures.length === 0 && used.dialled.every(({ address }) => addressFamily(address) === 6)) {
    return {
      verdict: 'unknown',
      summary,
      cause: `"${used.host}" has IPv6 addresses only, and nothing came back over IPv6: this machine may have none.`,
      fix: 'Try from a machine with IPv6. An Exchange server without IPv6 cannot reach this host either.',
    };
  }
  if (failures.length > 0 && failures.every((result) => result.reason === 'refused' || result.reason === 'reset')) {
    return {
      verdict: 'fail',
      summary,
      cause: 'Nothing listens there, or a firewall turns connections away.',
      fix: 'Publish HTTPS of the client access servers on port 443, or correct the address in DNS.',
    };
  }
  const proxy = failures.find((result) => result.reason === 'proxy');
  if (proxy !== undefined) {
    return {
      verdict: 'unknown',
      summary,
      cause: 'The proxy on this side did not open the way; that says nothing of the partner.',
      fix: 'Correct the proxy in the settings, name the host among its exceptions, or ask whoever runs the proxy to let port 443 pass.',
    };
  }
  const forbidden = failures.length > 0 && failures.every((result) => result.reason === 'forbidden');
  return {
    verdict: 'unknown',
    summary,
    cause: forbidden
      ? `Every address of "${used.host}" ${failureWords({ kind: 'failure', reason: 'forbidden', code: '' }, 0)}.`
      : 'A firewall on the way drops the connection without a word: the partner’s, this network’s, or one that lets known networks in only.',
    fix: forbidden
      ? 'Ask a public resolver, or allow private addresses in the settings.'
      : 'Try from the Exchange server: Test-NetConnection <host> -Port 443. If it is silent there too, the partner must open port 443.',
  };
}

async function foundElsewhere(context: CheckContext, usedHost: string): Promise<JudgedHost | undefined> {
  const found = (await context.resultOf('F1')).facts.federation?.answer;
  if (found === undefined || found.url.host === usedHost) return undefined;
  const { addresses } = await resolveHost(context, found.url.host);
  const candidate = endpointOf({ host: found.url.host, port: found.url.port, dialled: await dialAll(context, addresses, found.url.port, found.url.host) });
  return candidate.addresses.length > 0 ? candidate : undefined;
}
