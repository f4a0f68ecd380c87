/** The product's checks against the practice partner over real sockets: two sides made apart have to agree. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { domainToASCII } from 'node:url';
import { scenarios, type Scenario } from '../../practice/src/index.ts';
import { runChecks } from '../../server/src/checks/index.ts';
import { createPorts } from '../../server/src/network/index.ts';
import type { CheckEvent, CheckId, Verdict } from '../../server/src/protocol/checks.ts';
import { checkSubjects } from '../../server/src/service/checkSubjects.ts';
import { readPlan } from '../../server/src/service/readPlan.ts';
import { withScenario } from './runningScenario.ts';

declare const __projectRoot: string;

/** One test for each scenario of a part; in several files, since each has its own time limit and a busy machine needs it. */
export function judgeScenarios(part: number, parts: number): void {
  for (const [at, scenario] of scenarios.entries()) if (at % parts === part) judgeScenario(scenario);
}

function judgeScenario({ name, plan, expected, microsoftServices, keepsSilent, diagnosed }: Scenario): void {
  test(`the checks of "${plan}" say of "${name}" what is so`, () =>
    withScenario(name, async (route) => {
      const read = readPlan(readFileSync(path.join(__projectRoot, 'examples', plan), 'utf8'));
      assert.deepEqual(read.findings.filter(({ severity }) => severity !== 'information'), []);
      // A busy machine is slow to answer; only where nobody answers is there something to be gained by a short limit.
      const limit = keepsSilent === true ? 1_500 : 15_000;
      const settings = { connectTimeout: limit, answerTimeout: limit, microsoftServices: microsoftServices === true };
      const subjects = checkSubjects(read.model, domainToASCII);
      const causes: string[] = [];
      const emit = (event: CheckEvent): void => {
        if (event.kind === 'diagnosed') causes.push(event.diagnosis.id);
      };
      const results = await runChecks({ subjects, route, settings }, createPorts({ route, settings }), emit, new AbortController().signal);
      const said: Record<string, Record<string, Partial<Record<CheckId, Verdict>>>> = {};
      for (const { organization, domain, check, verdict, evidence } of results) {
        ((said[organization] ??= {})[domain] ??= {})[check] = verdict;
        for (const { via } of evidence) assert.ok(via.includes(route.name ?? ''), `"${via}" does not name the route`);
      }
      assert.deepEqual(said, expected);
      if (diagnosed !== undefined) assert.deepEqual([...new Set(causes)], diagnosed);
    }));
}
