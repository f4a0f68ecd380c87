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
    'relationship/not-reciprocated',
    'relationship/service-domain-missing',
    'relationship/domain-not-federated',
    'plan/wrong-type',
    'relationship/sharing-level',
    'plan/unknown-organization',
  ],
  'keys.fedplan.yaml': ['plan/unknown-key', 'plan/wrong-value', 'plan/no-domain', 'plan/wrong-value', 'plan/wrong-type', 'plan/unknown-key', 'plan/missing-key', 'plan/value-missing'],
  'notYaml.fedplan.yaml': ['plan/unknown-key', 'yaml/syntax'],
  'twoSides.fedplan.yaml': [
    'profile/then-and-now',
    'exchange/build-mismatch',
    'trust/proof-repeated',
    'proxy/form',
    'proxy/loopback',
    'proxy/internet-options-differ',
    'proxy/outbound-closed',
    'administrator/role-group',
    'trust/thumbprint-shape',
    'trust/namespace-not-accepted',
    'trust/domain-not-accepted',
    'relationship/foreign-domain',
    'relationship/access-not-enabled',
    'relationship/target-application-uri',
    'relationship/target-endpoint',
    'relationship/domain-twice',
    'relationship/primary-domain-missing',
    'relationship/domain-not-federated',
    'checks/test-user',
    'checks/test-user',
  ],
  'steps.fedplan.yaml': [
    'step/command-prompt',
    'step/other-winhttp-proxy',
    'step/command-prompt',
    'step/contradicts-plan',
    'step/order',
    'step/contradicts-plan',
    'step/record-differs',
    'plan/duplicate-step',
    'step/order',
    'step/contradicts-plan',
    'trust/second-trust',
  ],
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
