import { areOtherProxies, hostAndPort } from './proxyAddress.ts';
import { placeInPlan } from './stepScript.ts';
import type { Organization, PlanStep } from '../plan/planModel.ts';
import type { Rule } from './rule.ts';

const setProxy = /^[ \t]*netsh[ \t]+winhttp[ \t]+set[ \t]+proxy[ \t]+(?:proxy-server=)?"?([a-z0-9._-]+(?::[0-9]{1,5})?)"?(?=[ \t]|$)/gim;

export const winHttpContradictsPlan: Rule = {
  code: 'step/other-winhttp-proxy',
  title: 'A step sets another WinHTTP proxy than the plan states',
  severity: 'warning',
  guidance: ['G20', 'G21'],
  *check({ plan, model }) {
    // The last step that sets it leaves it so.
    const last = new Map<Organization, { step: PlanStep; start: number; value: string }>();
    for (const step of model.steps) {
      if (step.organization?.data.proxy?.winHttp?.server === undefined || step.data.commandPrompt === undefined) continue;
      for (const match of step.data.commandPrompt.matchAll(setProxy)) {
        const [line, value = ''] = match;
        last.set(step.organization, { step, start: match.index + line.lastIndexOf(value), value });
      }
    }
    for (const [{ data, id }, { step, start, value }] of last) {
      const stated = data.proxy?.winHttp?.server ?? '';
      const [given, expected] = [hostAndPort(value), hostAndPort(stated)];
      if (given === undefined || expected === undefined || !areOtherProxies(given, expected)) continue;
      const place = placeInPlan(plan, [...step.path, 'commandPrompt'], { start, end: start + value.length });
      if (place === undefined) continue;
      yield {
        message: `The step sets "${given}", and the plan states "${expected}" as the WinHTTP proxy of "${id}". Correct one of them.`,
        range: place.range,
        fixes: place.exact ? [{ title: `Change to "${stated}"`, edits: [{ range: place.range, newText: stated }], preferred: false }] : [],
      };
    }
  },
};
