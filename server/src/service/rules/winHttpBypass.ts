import type { Organization, PlanStep } from '../plan/planModel.ts';
import { setProxyCommands, type SetProxy } from './netshSetProxy.ts';
import { placeInPlan } from './stepScript.ts';
import type { Rule } from './rule.ts';

export const winHttpBypass: Rule = {
  code: 'step/other-winhttp-bypass',
  title: 'A step gives WinHTTP other exceptions than the plan states',
  severity: 'warning',
  guidance: ['G21', 'G21b'],
  *check({ plan, model }) {
    // The last step that sets it leaves it so.
    const last = new Map<Organization, { step: PlanStep; command: SetProxy }>();
    for (const step of model.steps) {
      if (step.organization?.data.proxy?.winHttp?.bypass === undefined || step.data.commandPrompt === undefined) continue;
      for (const command of setProxyCommands(step.data.commandPrompt)) last.set(step.organization, { step, command });
    }
    for (const [{ data, id }, { step, command }] of last) {
      const { server, bypass, surplus, rest } = command;
      // A list without its quotes has a finding of its own.
      if (server === undefined || surplus.length > 0 || /[<>|&]/.test(rest.replace(/"[^"]*(?:"|$)/g, '')) || /[\u201c-\u201e,]/.test(rest)) continue;
      const stated = entriesOf(data.proxy?.winHttp?.bypass ?? []);
      const given = entriesOf([bypass?.value ?? '']);
      const lacking = without(stated, given);
      const surplusOnes = without(given, stated);
      const place = placeInPlan(plan, [...step.path, 'commandPrompt'], bypass ?? server);
      if (place === undefined || (lacking.length === 0 && surplusOnes.length === 0)) continue;
      const facts = [...(lacking.length === 0 ? [] : [`leaves out ${inWords(lacking)}`]), ...(surplusOnes.length === 0 ? [] : [`adds ${inWords(surplusOnes)}`])].join(' and ');
      yield { message: `Against the exceptions that the plan states for WinHTTP of "${id}", the step ${facts}. Correct one of them.`, range: place.range };
    }
  },
};

/** What a list holds, each as it is written by what it means: a wildcard is the same with and without the dot behind it. */
function entriesOf(list: readonly string[]): ReadonlyMap<string, string> {
  const entries = list.flatMap((each) => each.split(/[;\s]+/)).map((each) => each.toLowerCase());
  return new Map(entries.filter((each) => each !== '').map((each) => [each.replace(/^\*\./, '*'), each]));
}

function without(entries: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] {
  return [...entries].flatMap(([key, written]) => (others.has(key) ? [] : [written]));
}

function inWords(list: readonly string[]): string {
  return list.slice(0, 6).map((each) => `"${each}"`).join(', ') + (list.length > 6 ? ' …' : '');
}
