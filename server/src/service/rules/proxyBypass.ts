import { quotedNames } from './quotedNames.ts';
import type { PlanPath } from '../plan/planPath.ts';
import type { PartContext, Rule, RuleFinding } from './rule.ts';

export const proxyBypass: Rule = {
  code: 'proxy/bypass',
  title: 'Internal names that go by the proxy',
  severity: 'warning',
  guidance: ['G21', 'G21b', 'G23'],
  *checkOrganization({ data, path, id }, context) {
    const { winHttp, internetOptions } = data.proxy ?? {};
    // Only what is stated to be internal is known to be: the servers by their names.
    const servers = (data.servers ?? []).flatMap(({ name }) => (name === undefined || name === '' ? [] : [name.toLowerCase()])).slice(0, 500);
    yield* list(context, [...path, 'proxy', 'winHttp', 'bypass'], winHttp?.bypass, servers, `WinHTTP's bypass list of "${id}"`, false);
    yield* list(context, [...path, 'proxy', 'internetOptions', 'exceptions'], internetOptions?.exceptions, servers, `The list of exceptions in Internet Options of "${id}"`, internetOptions?.bypassLocal === true);
    const local = [...path, 'proxy', 'internetOptions', 'bypassLocal'];
    const range = internetOptions?.bypassLocal === false ? context.plan.valueRange(local) : undefined;
    if (range !== undefined) yield { message: '"Bypass proxy server for local addresses" is not ticked. Expected is that it is, so that names without a dot stay inside.', range, severity: 'information', fixes: [{ title: 'Change to "true"', edits: [{ range, newText: 'true' }], preferred: false }] };
  },
};

function* list({ plan }: PartContext, path: PlanPath, stated: readonly string[] | undefined, servers: readonly string[], what: string, local: boolean): Iterable<RuleFinding> {
  const range = stated === undefined ? undefined : plan.valueRange(path);
  if (stated === undefined || range === undefined) return;
  if (stated.length === 0) {
    yield { message: `${what} is stated to be empty. Expected are the internal names and addresses, for instance <local> and *.<internal domain>, so that the servers reach each other without the proxy.`, range };
    return;
  }
  const entries = stated.flatMap((entry) => entry.split(';')).map((entry) => entry.trim().toLowerCase());
  const covered = (server: string): boolean => (!server.includes('.') && (local || entries.includes('<local>'))) || entries.some((entry) => covers(entry, server));
  const outside = servers.filter((server) => !covered(server));
  // The server's full name is not stated, and a wildcard may hold that: then only the short name is known to go by the proxy.
  const wildcard = entries.some((entry) => /^\*.*\.[a-z]/.test(entry));
  const short = outside.filter((server) => wildcard && !server.includes('.'));
  const known = outside.filter((server) => !short.includes(server));
  if (known.length > 0) yield { message: `${what} does not hold ${quotedNames(known, 5)}: what goes to ${known.length === 1 ? 'this server' : 'these servers'} is sent to the proxy. Add ${known.some((server) => !server.includes('.')) ? '<local> or the name' : 'the name, or * and its domain'}.`, range };
  if (short.length > 0) yield { message: `${what} does not hold ${quotedNames(short, 5)}: what calls ${short.length === 1 ? 'this server' : 'these servers'} without a domain is sent to the proxy. Add <local> or the name.`, range, severity: 'information' };
}

/** An entry is a name in which `*` stands for anything; a bare domain stands for itself. */
function covers(entry: string, server: string): boolean {
  const [first = '', ...rest] = entry.replace(/^https?:\/\//, '').split('*');
  const last = rest.at(-1);
  if (last === undefined) return first === server;
  // The pieces between two asterisks in their order; an expression made of the text would be slow on a hostile one.
  if (!server.startsWith(first) || !server.endsWith(last) || server.length < first.length + last.length) return false;
  let at = first.length;
  for (const piece of rest.slice(0, -1)) {
    const found = server.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= server.length - last.length;
}
