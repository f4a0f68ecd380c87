import { randomUUID } from 'node:crypto';
import { askThePartner, questionsText } from '../checks/index.ts';
import type { CheckResult, Diagnosis, Verdict } from '../protocol/checks.ts';
import { domainName } from '../service/plan/domainName.ts';
import { UsageError, type Command } from './command.ts';
import { readCommandLine } from './commandLine.ts';
import { exitCode } from './exitCode.ts';
import { mostWarnings } from './mostWarnings.ts';
import { profilesBeside } from './profilesBeside.ts';
import { readPlanFile } from './readPlanFile.ts';

/** Findings behind which the domains of a plan are not to be relied upon. */
const unreadable: ReadonlySet<string> = new Set(['yaml/syntax', 'yaml/merge-marker', 'plan/empty', 'plan/too-large', 'plan/too-deep', 'plan/unknown-version']);

/** Much of what stops a federation shows nothing outside; who has findings may need it, and nobody else is told. */
const askHint = 'ask     Other causes nobody sees from outside: --ask-partner lists them, with the cmdlets whose output to ask the partner for.\n';

export const checkCommand: Command = {
  name: 'check',
  usage:
    'fedplan check <file…> [--organization ID] [--domain NAME] [--profile FILE] [--resolver SERVER] [--inner-resolver SERVER] ' +
    '[--max-warnings N] [--microsoft] [--ask-partner] [--json]',
  summary: 'run the live checks of their domains, from outside',
  help: `  --organization ID        the domains of this organization only
  --domain NAME            this domain only
  --profile FILE           a profile that a plan may name, beside those that ship and those in its own folder
  --resolver SERVER        DNS server to ask: address, address:port, or https://host/path; without it those of this machine
  --inner-resolver SERVER  DNS server inside your network, to compare what it sees
  --max-warnings N         more warnings than N end with 1 too
  --microsoft              ask Microsoft's federation gateway and Exchange Online too
  --ask-partner            add what nobody sees from outside, with the cmdlets whose output to ask the partner for
  --json                   print all results as one object
`,
  async run(args, context) {
    const { values, positionals } = readCommandLine(args, {
      organization: { type: 'string' },
      domain: { type: 'string' },
      profile: { type: 'string', multiple: true },
      resolver: { type: 'string', multiple: true },
      'inner-resolver': { type: 'string', multiple: true },
      'max-warnings': { type: 'string' },
      microsoft: { type: 'boolean' },
      'ask-partner': { type: 'boolean' },
      json: { type: 'boolean' },
    });
    const limit = mostWarnings(values['max-warnings']);
    if (positionals.length === 0) throw new UsageError('No file is named. Expected is at least one plan file.');
    const texts = await Promise.all(positionals.map(readPlanFile));
    const service = context.service();
    const profilesOf = await profilesBeside(context, service, values.profile ?? []);
    const plans = await Promise.all(
      texts.map(async (text, index) => {
        const file = positionals[index] ?? '';
        return { file, plan: service.read(text, undefined, await profilesOf(file)) };
      }),
    );
    const unread = plans.flatMap(({ file, plan }) => {
      const reason = plan.findings.find(({ code }) => unreadable.has(code));
      return reason === undefined ? [] : [`"${file}" cannot be read as a plan: ${reason.message} Run "fedplan validate" on it.\n`];
    });
    if (unread.length > 0) {
      context.stderr(unread.join(''));
      return exitCode.found;
    }
    const wanted = values.domain === undefined ? undefined : context.toAscii(domainName(values.domain));
    const all = plans.flatMap(({ plan }) => service.checkSubjects(plan));
    const subjects = all.filter(({ organization, domain }) => (values.organization ?? organization) === organization && (wanted ?? domain) === domain);
    if (subjects.length === 0) {
      const known = all.slice(0, 20).map(({ organization, domain }) => `${organization}/${domain}`).join(', ');
      throw new UsageError(`No domain of the plan fits. ${all.length === 0 ? 'It has none: state "acceptedDomains" of an organization.' : `It has ${known}${all.length > 20 ? ' …' : ''}.`}`);
    }

    const route = context.route();
    const proxy = context.proxy();
    const checks = context.checks();
    const runId = randomUUID();
    context.signal.addEventListener('abort', () => checks.stop(runId), { once: true });
    const request = { subjects, settings: { microsoftServices: values.microsoft === true, ...(proxy === undefined ? {} : { proxy }) }, ...(route === undefined ? {} : { route }) };
    const diagnoses: Diagnosis[] = [];
    const finished: CheckResult[] = [];
    const outcome = await checks.run({ runId, request, resolvers: values.resolver ?? [], innerResolvers: values['inner-resolver'] ?? [], extraCaFile: '' }, (events) => {
      diagnoses.push(...events.flatMap((event) => (event.kind === 'diagnosed' ? [event.diagnosis] : [])));
      const newest = events.flatMap((event) => (event.kind === 'finished' ? [event.result] : []));
      finished.push(...newest);
      if (values.json !== true && newest.length > 0) context.stdout(newest.map(asText).join(''));
    });
    const results = outcome.results(finished);
    const { stopped } = outcome;
    checks.dispose();
    const count = (verdict: Verdict): number => results.filter((result) => result.verdict === verdict).length;
    const asks = values['ask-partner'] === true;
    if (values.json === true) context.stdout(`${JSON.stringify({ stopped, results, diagnoses, ...(asks ? { askThePartner } : {}) }, null, 2)}\n`);
    else {
      const hint = count('fail') + count('warn') > 0 ? askHint : '';
      context.stdout(`${diagnoses.map(diagnosisText).join('')}${asks ? `\n${questionsText(values.domain)}\n` : hint}${summary(results)}${stopped ? '; the run was stopped' : ''}\n`);
    }
    if (count('fail') > 0 || count('warn') > limit) return exitCode.found;
    return stopped || count('unknown') > 0 ? exitCode.unknown : exitCode.good;
  },
};

function asText(result: CheckResult): string {
  const lines = [`${result.verdict.padEnd(7)} ${result.organization}/${result.domain} ${result.check}: ${result.summary} (${Math.round(result.elapsedMs)} ms)`];
  if (result.verdict === 'fail' || result.verdict === 'warn' || result.verdict === 'unknown') {
    for (const { question, via, answer } of result.evidence) lines.push(`        asked: ${question}`, `        by:    ${via}`, `        came:  ${answer}`);
    if (result.cause !== undefined) lines.push(`        cause: ${result.cause}`);
    if (result.fix !== undefined) lines.push(`        do:    ${result.fix}`);
    if (result.doesNotProve !== undefined) lines.push(`        note:  ${result.doesNotProve}`);
  }
  return `${lines.join('\n')}\n`;
}

function diagnosisText({ organization, domain, cause, fix, symptom, explains }: Diagnosis): string {
  return `likely  ${organization}/${domain}: ${cause}\n        do:    ${fix}\n        known as: ${symptom}; explains ${explains.join(', ')}\n`;
}

function summary(results: readonly CheckResult[]): string {
  const verdicts: readonly Verdict[] = ['pass', 'info', 'warn', 'fail', 'unknown', 'skipped'];
  return verdicts.map((verdict) => `${results.filter((result) => result.verdict === verdict).length} ${verdict}`).join(', ');
}
