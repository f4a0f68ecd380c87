import assert from 'node:assert/strict';
import test from 'node:test';
import { rules } from '../../server/src/service/rules/index.ts';
import { examples } from '../support/examples.ts';
import { runs } from '../support/fuzz.ts';
import { service } from '../support/service.ts';

const ofMissing = new Set(['plan/missing-key', 'plan/value-missing', ...rules.filter(({ saysMissing }) => saysMissing === true).map(({ code }) => code)]);

/** Places in an example at which something is being typed. */
const stride = Math.max(1, Math.floor(25_000 / runs));

for (const [file, text] of Object.entries(examples)) {
  const whole = service.read(text);
  if (whole.document.problems.length > 0) continue;
  test(`${file}, broken: what stands behind the break is not said to be missing`, () => {
    for (let at = 0; at < text.length; at += stride) {
      for (const typed of ['"', '{', ': ', '\n']) {
        const broken = service.read(text.slice(0, at) + typed + text.slice(at), whole);
        if (broken.document.problems.length === 0) continue;
        assert.deepEqual(broken.findings.filter(({ code }) => ofMissing.has(code)), [], `${JSON.stringify(typed)} behind ${JSON.stringify(text.slice(Math.max(0, at - 40), at))}`);
      }
    }
  });
}

test('what is missing in a plan that is whole is said', () => {
  const partner = 'federationPlan: 1\norganizations:\n  a: { role: partner }\n';
  const said = (text: string): string[] => service.read(text).findings.map(({ code }) => code);
  assert.ok(said(partner).includes('plan/no-domain'));
  assert.deepEqual(said(`${partner}title: "open\n`), ['yaml/syntax']);
});

test('a value that stands behind a tab is not said to be missing', () => {
  assert.deepEqual(service.read('federationPlan: 1\norganizations:\n\ta: {}\n').findings.map(({ code }) => code), ['yaml/syntax']);
});

test('brackets that are open at one place are told once', () => {
  const messages = service.read('federationPlan: 1\ntitle: {{{{ a').findings.map(({ message }) => message);
  assert.equal(new Set(messages).size, messages.length);
});

test('a script that begins with a quoted word is told to become a block', () => {
  const [finding] = service.read("federationPlan: 1\nsteps:\n  - run: 'a.example', 'b.example' | ForEach-Object { $_ }\n").findings;
  assert.match(finding?.message ?? '', /for a script write "\|" behind the key/);
});
