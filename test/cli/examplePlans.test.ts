import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { readPlan } from '../../server/src/service/readPlan.ts';

declare const __projectRoot: string;

const examples = path.join(__projectRoot, 'examples');
const plans = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((file) => /\.fedplan\.ya?ml$/.test(file));

/** What each faulty plan is there to show. */
const faulty: Readonly<Record<string, readonly string[]>> = {
  'facts.fedplan.yaml': [
    'exchange/too-old',
    'trust/proof-shape',
    'trust/proof-missing',
    'proxy/mismatch',
    'yaml/control-character',
    'relationship/service-domain-missing',
    'relationship/domain-not-federated',
    'plan/wrong-type',
    'relationship/sharing-level',
    'plan/unknown-organization',
  ],
  'keys.fedplan.yaml': ['plan/unknown-key', 'plan/wrong-value', 'plan/no-domain', 'plan/wrong-value', 'plan/wrong-type', 'plan/unknown-key', 'plan/missing-key', 'plan/value-missing'],
  'notYaml.fedplan.yaml': ['plan/unknown-key', 'yaml/syntax'],
  'laterVersion.fedplan.yaml': ['plan/unknown-version'],
};

for (const plan of plans) {
  const name = path.basename(plan);
  const { findings } = readPlan(readFileSync(path.join(examples, plan), 'utf8'));
  if (path.dirname(plan) === 'faulty') test(`${name} shows its faults`, () => assert.deepEqual(findings.map(({ code }) => code), faulty[name]));
  else test(`${name} has nothing above information`, () => assert.deepEqual(findings.filter(({ severity }) => severity !== 'information').map(({ message }) => message), []));
}

test('there are examples of both kinds', () => {
  assert.ok(plans.some((plan) => path.dirname(plan) === 'practice'));
  assert.deepEqual(plans.filter((plan) => path.dirname(plan) === 'faulty').map((plan) => path.basename(plan)).sort(), Object.keys(faulty).sort());
});
