import type { Check, CheckContext, Outcome } from '../engine/check.ts';

/** K1: is the partner's clock right? Tokens are refused where the clocks of both sides are more than five minutes apart. */
export const clock: Check = {
  id: 'K1',
  title: 'Clock',
  group: 'Clock',
  asks: 'Nothing more: compares the Date headers of the answers that A2 got with this machine’s clock, and with Microsoft’s where that is asked.',
  guidance: ['G27'],
  needs: ['A2'],
  considers: ['G2'],
  run,
};

const doesNotProve = 'The clock of each server: a load balancer or cache in front may write the date itself.';
/** Seconds. Tokens tolerate five minutes (KB 3107293). */
const tolerated = 300;
const noticeable = 60;

async function run(context: CheckContext): Promise<Outcome> {
  const dates = (await context.resultOf('A2')).facts.dates ?? [];
  const evidence = dates.map((date) => date.evidence).slice(0, 4);
  const base = { evidence, doesNotProve, about: 'domain' } as const;
  const [first] = dates;
  if (first === undefined) return { ...base, verdict: 'unknown', summary: 'No answer carries a Date header, so the partner’s clock is not known.' };
  const worst = dates.reduce((one, other) => (Math.abs(other.aheadMs) > Math.abs(one.aheadMs) ? other : one));
  const seconds = Math.round(worst.aheadMs / 1_000);
  const through = worst.through === undefined ? '' : `, by way of ${worst.through}`;
  const words = `The clock of ${worst.by} ${away(seconds)}this machine’s${through}`;
  if (Math.abs(seconds) < noticeable) return { ...base, verdict: 'pass', summary: `${words}.` };
  const reference = (await context.resultOf('G2')).facts.dates?.[0];
  const own = reference === undefined ? undefined : Math.round(reference.aheadMs / 1_000);
  // Where this machine is the one that is wrong, a third clock says so.
  const real = own === undefined ? seconds : seconds - own;
  const compared = own === undefined ? '' : ` Compared with ${reference?.by ?? ''} it is ${Math.abs(real)} s off.`;
  if (own !== undefined && Math.abs(real) < noticeable) {
    return { ...base, verdict: 'pass', summary: `${words}.${compared} It is this machine’s clock that is wrong.`, fix: 'Set this machine’s clock.' };
  }
  const cause = 'The servers are not synchronized with a time server.';
  const fix = 'On the servers and their domain controllers: w32tm /query /status; w32tm /resync.';
  if (Math.abs(real) > tolerated && own !== undefined && worst.through === undefined) {
    return { ...base, verdict: 'fail', summary: `${words}, more than the five minutes that tokens tolerate.${compared}`, cause, fix };
  }
  return {
    ...base,
    verdict: 'warn',
    summary: `${words}${Math.abs(real) > tolerated ? ', more than the five minutes that tokens tolerate' : ''}.${compared}`,
    cause: own === undefined ? `${cause} Or this machine’s clock is wrong: nothing else was there to compare it with.` : cause,
    fix,
  };
}

function away(seconds: number): string {
  if (seconds === 0) return 'agrees with ';
  return `is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} `;
}
