import type { Check, CheckContext, JudgedHost, Outcome } from '../engine/check.ts';
import { failureWords } from '../probes/failureWords.ts';
import { dialAll, type Dialled } from '../probes/openAddress.ts';
import { resolveHost } from '../probes/resolvedHost.ts';
import { addressFamily } from '../wire/address.ts';
import { readHttpUrl } from '../wire/httpUrl.ts';

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
  return { host, port, dialled: await dialAll(context, addresses, port) };
}

async function run(context: CheckContext): Promise<Outcome> {
  const { domain, autodiscover } = context.subject;
  const stated = autodiscover === undefined ? undefined : readHttpUrl(autodiscover);
  const candidates = await Promise.all([
    ...(stated?.secure === true ? [dialHost(context, stated.host, stated.port)] : []),
    dialHost(context, `autodiscover.${domain}`, 443),
    dialHost(context, domain, 443),
  ]);
  const about = stated === undefined ? 'domain' : 'autodiscover';
  const [used, ...others] = candidates.filter((candidate) => candidate.dialled.length > 0);
  if (used === undefined) return { verdict: 'unknown', summary: 'No address is known to connect to.', evidence: [], about };
  const evidence = [
    ...new Map([used, ...others].flatMap((each) => each.dialled).map((dialled) => [`${dialled.address} ${dialled.port}`, dialled.evidence])).values(),
  ];
  const open = used.dialled.filter((dialled) => dialled.result.kind === 'open');
  if (open.length > 0) {
    const facts = { endpoint: endpointOf(used) };
    return { ...judgeOpen(used, open.length), evidence, doesNotProve, about, facts };
  }
  const elsewhere = await foundElsewhere(context, used.host);
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
  return { ...judgeClosed(used, closed), evidence, doesNotProve, about };
}

function endpointOf(candidate: Candidate): JudgedHost {
  const addresses = candidate.dialled.filter((dialled) => dialled.result.kind === 'open').map((dialled) => dialled.address);
  return { host: candidate.host, port: candidate.port, addresses };
}

function judgeOpen(used: Candidate, open: number): Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix'> {
  const dead = used.dialled.filter((dialled) => dialled.result.kind === 'failure');
  const all = used.dialled.length;
  if (dead.length === 0)
    return {
      verdict: 'pass',
      summary: `"${used.host}" accepts connections on port ${used.port} at ${all === 1 ? 'its address' : `all of its ${all} addresses`}.`,
    };
  const words = dead.map((dialled) => `${dialled.address} ${dialled.evidence.answer}`).join('; ');
  const summary = `"${used.host}" accepts connections on port ${used.port} at ${open} of ${all} addresses: ${words}.`;
  // A machine without IPv6 cannot say anything about IPv6 addresses.
  const notFromHere = dead.every(
    ({ result, address }) =>
      result.kind === 'failure' && (result.reason === 'forbidden' || (result.reason === 'unreachable' && addressFamily(address) === 6)),
  );
  if (notFromHere) return { verdict: 'info', summary, cause: 'This machine has no way to those addresses, which says nothing about them.' };
  return {
    verdict: 'warn',
    summary,
    cause: 'One of several nodes is down or not let through; callers that pick its address fail now and then.',
    fix: 'Repair the node or its firewall rule, or remove the address from DNS.',
  };
}

function judgeClosed(used: Candidate, closed: string): Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix'> {
  const summary = `"${used.host}" accepts no connection on port ${used.port}: ${closed}.`;
  const failures = used.dialled.map((dialled) => dialled.result).filter((result) => result.kind === 'failure');
  if (failures.every((result) => result.reason === 'refused' || result.reason === 'reset')) {
    return {
      verdict: 'fail',
      summary,
      cause: 'Nothing listens there, or a firewall turns connections away.',
      fix: 'Publish HTTPS of the client access servers on port 443, or correct the address in DNS.',
    };
  }
  const forbidden = failures.every((result) => result.reason === 'forbidden');
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
  const candidate = endpointOf({ host: found.url.host, port: found.url.port, dialled: await dialAll(context, addresses, found.url.port) });
  return candidate.addresses.length > 0 ? candidate : undefined;
}
