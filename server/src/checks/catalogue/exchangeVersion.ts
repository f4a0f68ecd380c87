import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { compareBuilds, ownerOfBuild } from '../wire/exchangeBuild.ts';

/** F4: which Exchange answers, is it the one of the plan, and is it new enough for the federation? */
export const exchangeVersion: Check = {
  id: 'F4',
  title: 'Exchange version',
  group: 'Federation information',
  asks: 'Nothing more: reads the version in the answer of F1 (ServerVersionInfo).',
  guidance: ['G6'],
  needs: ['F1'],
  considers: [],
  run,
};

const doesNotProve = 'The version of other servers: the front end that answered may be newer than those that hold the mailboxes.';

/** Exchange 2010 SP3: what older builds lack is Microsoft's own requirement for calling Exchange 2013 and the cloud (KB 2896834). */
const exchange2010Sp3 = '14.3.123.4';

/** Exchange 2013 CU5 and CU6 hand requests with a federation token on to mailboxes on older servers in a way that those refuse. */
const faultyWithOlder: Readonly<Record<string, string>> = { '15.0.913': 'CU5', '15.0.995': 'CU6' };

async function run(context: CheckContext): Promise<Outcome> {
  const { subject } = context;
  const { federation } = (await context.resultOf('F1')).facts;
  const build = federation?.answer?.information.serverVersion;
  const base = { evidence: federation?.answer?.evidence ?? [], doesNotProve, about: 'domain' } as const;
  if (build === undefined) return { ...base, verdict: 'unknown', summary: 'The answer carries no version (ServerVersionInfo).' };
  const owner = ownerOfBuild(build);
  if (owner === undefined) return { ...base, verdict: 'unknown', summary: `The answer states build ${build}, which belongs to no version of Exchange that is known here.` };
  const says = `The server that answered is ${owner.name}, build ${build}`;
  if (owner.version === '2010' && compareBuilds(build, exchange2010Sp3) < 0) {
    return {
      ...base,
      verdict: 'warn',
      summary: `${says}: older than Exchange 2010 SP3 (${exchange2010Sp3}).`,
      cause: 'Federation with newer versions and with Exchange Online needs SP3 at least; the guidance of 2018 demands it.',
      fix: 'Install Exchange 2010 SP3 and its last update rollup on every server.',
    };
  }
  const faulty = faultyWithOlder[build.split('.').slice(0, 3).join('.')];
  if (faulty !== undefined) {
    return {
      ...base,
      facts: { faultyBuild: `${owner.name} ${faulty}` },
      verdict: 'info',
      summary: `${says}, that is ${faulty}.`,
      cause: 'With this update, free/busy of mailboxes that are still on older servers of the organization is known to fail; others are not concerned.',
      fix: 'Install the last cumulative update, CU23.',
    };
  }
  const planned = subject.exchangeVersion;
  if (planned !== undefined && planned !== owner.version) {
    return {
      ...base,
      verdict: 'info',
      summary: `${says}; the plan states version ${planned}.`,
      cause: 'Several versions stand side by side, the organization is hybrid or was updated, or the plan is out of date.',
      fix: `Correct the plan, or see with: Get-ExchangeServer | Format-List Name,AdminDisplayVersion,ServerRole`,
    };
  }
  return { ...base, verdict: 'pass', summary: `${says}${planned === undefined ? '' : ', as the plan states'}.` };
}
