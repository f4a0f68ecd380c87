/** What the measurement of round trips needs of the product and of the practice partner: a whole run, and when each check had ended. */
import { readFileSync } from 'node:fs';
import { domainToASCII } from 'node:url';
import { scenarios, startPracticePartner } from '../../practice/src/index.ts';
import { runChecks } from '../../server/src/checks/index.ts';
import { createPorts } from '../../server/src/network/index.ts';
import type { Route } from '../../server/src/protocol/route.ts';
import { checkSubjects } from '../../server/src/service/checkSubjects.ts';
import { readPlan } from '../../server/src/service/readPlan.ts';

/** Starts the healthy partner; `stop` ends it. */
export async function healthyPartner(): Promise<{ readonly route: Route; stop(): Promise<void> }> {
  const scenario = scenarios.find(({ name }) => name === 'healthy');
  if (scenario === undefined) throw new Error('There is no healthy scenario.');
  return startPracticePartner(scenario);
}

/** Milliseconds from the beginning until each check of the partner's domain had ended. */
export async function endsOfChecks(route: Route, planFile: string): Promise<Readonly<Record<string, number>>> {
  const [subject] = checkSubjects(readPlan(readFileSync(planFile, 'utf8')).model, domainToASCII);
  if (subject === undefined) throw new Error('The plan has no domain.');
  const ends: Record<string, number> = {};
  const begun = performance.now();
  await runChecks({ subjects: [subject], route }, createPorts({ route }), (event) => {
    if (event.kind === 'finished') ends[event.result.check] = performance.now() - begun;
  }, new AbortController().signal);
  return ends;
}
