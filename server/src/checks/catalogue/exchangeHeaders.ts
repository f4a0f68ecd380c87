import type { Evidence } from '../../protocol/checks.ts';
import type { Check, CheckContext, Outcome, StatedDate } from '../engine/check.ts';
import type { HttpAnswer } from '../ports.ts';
import { askAt } from '../probes/httpQuestion.ts';
import { firstOpen } from '../probes/openAddress.ts';
import { resolveHost } from '../probes/resolvedHost.ts';
import { readDate } from '../probes/statedDate.ts';
import { addressAndPort } from '../wire/address.ts';
import { classifyAnswer, hasExchangeMarks, header } from '../wire/httpAnswer.ts';
import type { HttpUrl } from '../wire/httpUrl.ts';
import { nothingUsed } from './endpoint.ts';
import { enableWsSecurity } from './exchangeCmdlets.ts';
import { cloudReason } from './wsSecurity.ts';

/** A2: what do Exchange's own headers say of its set-up, and do all nodes behind the name say the same? */
export const exchangeHeaders: Check = {
  id: 'A2',
  title: 'Exchange’s own headers',
  group: 'Autodiscover',
  asks: 'Three or more times, on connections of their own and at each address: a GET without credentials for /autodiscover/autodiscover.xml.',
  guidance: ['G14'],
  needs: ['N1'],
  considers: ['F1'],
  run,
};

const doesNotProve =
  'That WSSecurity works: the header repeats a setting of the Autodiscover directory. Nodes that took none of the questions were not seen.';
const mostAddresses = 4;
const leastQuestions = 3;
/** What Autodiscover itself says of its set-up. */
const statements = ['x-wssecurity-enabled', 'x-soap-enabled'] as const;

/** What one answer showed. */
interface Seen {
  /** `"EX01" (192.0.2.10:443)`. */
  readonly node: string;
  readonly answer: HttpAnswer;
}

async function run(context: CheckContext): Promise<Outcome> {
  const found = (await context.resultOf('F1')).facts.federation?.answer;
  const { facts } = await context.resultOf('N1');
  const about = context.subject.autodiscover === undefined ? 'domain' : 'autodiscover';
  if (facts.nothingUsed === true && found === undefined) return nothingUsed(context);
  const { endpoint } = facts;
  const host = found?.url.host ?? endpoint?.host;
  if (host === undefined) return { verdict: 'skipped', summary: 'Skipped because no host is known to ask.', evidence: [], about };
  const reason = cloudReason(context.subject, found, host);
  if (reason !== undefined) return { verdict: 'skipped', summary: reason.replace('WSSecurity', 'an organization’s set-up'), evidence: [], about };
  const port = found?.url.port ?? endpoint?.port ?? 443;
  const addresses = host === endpoint?.host ? endpoint.addresses.slice(0, mostAddresses) : await openAddress(context, host, port);
  const { seen, evidence, dates, lost } = await askNodes(context, { secure: true, host, port, path: '/autodiscover/autodiscover.xml' }, addresses);
  const judged = judge(context, host, seen, lost, found !== undefined);
  return { evidence, doesNotProve, about, ...judged, facts: { dates, ...judged.facts } };
}

async function openAddress(context: CheckContext, host: string, port: number): Promise<readonly string[]> {
  const { addresses } = await resolveHost(context, host);
  const open = await firstOpen(context, addresses, port, host);
  return 'failed' in open ? [] : [open.address];
}

async function askNodes(
  context: CheckContext,
  url: HttpUrl,
  addresses: readonly string[],
): Promise<{ seen: readonly Seen[]; evidence: readonly Evidence[]; dates: readonly StatedDate[]; lost: readonly string[] }> {
  const times = Math.ceil(leastQuestions / Math.max(1, addresses.length));
  const questions = addresses.flatMap((address) => Array.from({ length: times }, () => address));
  const replies = await Promise.all(
    questions.map(async (address) => {
      const reply = await askAt(context, url, address, { method: 'GET', headers: {}, subjectLine: '(for its headers)' });
      context.note(...reply.evidence);
      return { address, reply, at: context.ports.clock.now() };
    }),
  );
  const seen: Seen[] = [];
  const dates: StatedDate[] = [];
  for (const { address, reply, at } of replies) {
    if (reply.kind !== 'http') continue;
    const where = addressAndPort(address, url.port);
    const server = header(reply.answer, 'x-feserver').slice(0, 40);
    seen.push({ node: server === '' ? where : `"${server}" (${where})`, answer: reply.answer });
    const date = readDate(`"${url.host}" (${where})`, reply.answer, at, reply.evidence.at(-1));
    if (date !== undefined) dates.push(date);
  }
  return {
    seen,
    dates,
    evidence: replies.flatMap(({ reply }) => reply.evidence),
    lost: replies.flatMap(({ address, reply }) => (reply.kind === 'http' ? [] : [`${addressAndPort(address, url.port)} ${reply.words}`])),
  };
}

type Judgement = Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix' | 'facts'>;

function judge(context: CheckContext, host: string, seen: readonly Seen[], lost: readonly string[], answered: boolean): Judgement {
  const marked = seen.filter(({ answer }) => hasExchangeMarks(answer));
  if (marked.length === 0) return withoutMarks(host, seen, lost, answered);
  // An error page of a front end that is busy or starting carries its name and nothing of Autodiscover.
  const own = marked.filter(({ answer }) => statements.some((name) => header(answer, name) !== ''));
  const [first] = own.length > 0 ? own : marked;
  if (first === undefined || first.answer.status >= 500 || first.answer.status === 429) return onlyErrors(host, marked);
  const flag = (name: string) => ({ node, answer }: Seen): string => `${node} ${header(answer, name).toLowerCase() || 'nothing'}`;
  const enable = enableWsSecurity('Autodiscover', context.subject.exchangeVersion);
  for (const name of statements) {
    // Who leaves "X-SOAP-Enabled" out does not serve it; the other header is left out by publishers alone.
    const stating = name === 'x-soap-enabled' ? own : own.filter(({ answer }) => header(answer, name) !== '');
    const values = new Set(stating.map(({ answer }) => header(answer, name).toLowerCase()));
    if (values.size < 2) continue;
    return {
      verdict: 'warn',
      summary: `The nodes behind "${host}" differ in the header "${name}": ${[...new Set(stating.map(flag(name)))].join(', ')}.`,
      cause: 'The virtual directories of the client access servers are set up differently; who meets which node is chance.',
      fix: `On every server: ${enable}`,
      facts: { nodesDiffer: true },
    };
  }
  const [state = ''] = own.map(({ answer }) => header(answer, 'x-wssecurity-enabled').toLowerCase()).filter((each) => each !== '');
  const nodes = [...new Set(marked.map(({ node }) => node))].slice(0, 6).join(', ');
  if (state === 'false') {
    return {
      verdict: 'warn',
      summary: `The headers of "${host}" say "X-WSSecurity-Enabled: False": ${nodes}.`,
      cause: 'WSSecurityAuthentication is switched off on the Autodiscover virtual directory.',
      fix: `${enable}; then recycle the application pools (iisreset).`,
      facts: { wsSecurityOff: true },
    };
  }
  if (header(first.answer, 'x-soap-enabled') === '') {
    const summary = `"${host}" shows marks of Exchange, but no "X-SOAP-Enabled": ${nodes}.`;
    if (answered) return { verdict: 'info', summary, cause: 'GetFederationInformation answers there all the same, so a publisher strips the header.' };
    return { verdict: 'warn', summary, cause: 'Autodiscover’s SOAP service is not advertised; the federation uses no other.' };
  }
  const what = state === 'true' ? 'WSSecurity on Autodiscover is on' : 'nothing of WSSecurity';
  const summary = `The headers of "${host}" say: ${what}. ${marked.length === 1 ? 'One answer' : `${marked.length} answers`} by ${nodes}.`;
  if (lost.length > 0) return { verdict: 'info', summary: `${summary} Not every question was answered: ${lost.join('; ')}.` };
  return { verdict: state === 'true' ? 'pass' : 'info', summary };
}

function onlyErrors(host: string, marked: readonly Seen[]): Judgement {
  const statuses = [...new Set(marked.map(({ answer }) => `HTTP ${answer.status}`))].join(', ');
  return {
    verdict: 'unknown',
    summary: `"${host}" is an Exchange front end that answers ${statuses} now, without a word of its set-up.`,
    cause: 'The front end is busy, is starting, or does not reach the servers behind it; perhaps only for a moment.',
    fix: 'Run the check again in a few minutes; if it stays so, the partner looks at Test-ServiceHealth and its application pools.',
  };
}

function withoutMarks(host: string, seen: readonly Seen[], lost: readonly string[], answered: boolean): Judgement {
  const [first] = seen;
  if (first === undefined) return { verdict: 'unknown', summary: `"${host}" gave no answer: ${lost.join('; ') || 'no address is known'}.` };
  const summary = `"${host}" ${classifyAnswer(first.answer).words}; no answer carries a header of Exchange.`;
  if (answered) return { verdict: 'info', summary, cause: 'A publisher in front of Exchange strips its headers or answers this path by itself; the federation’s path is answered.' };
  return { verdict: 'unknown', summary, cause: 'Something else answers here, or a publisher strips Exchange’s headers.' };
}
