import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { accusations } from './accusations.ts';
import type { Verdict } from './accusations.ts';
import type { Request } from './request.ts';

declare const __projectRoot: string;

const read = (...names: string[]): string => readFileSync(path.join(__projectRoot, ...names), 'utf8');
const catalogue = read('server', 'data', 'cmdletCatalogue.jsonl');
const readRecorded = (name: string): (Request & Verdict)[] =>
  read('test', 'powershell-engine', 'recorded', `${name}.jsonl`)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Request & Verdict);

for (const op of ['parse', 'bind', 'static']) {
  test(`a plan with a script that PowerShell accepts has no finding that says otherwise: "${op}"`, () => {
    const some = [...readRecorded(op).filter((_, index) => index % 80 === 0), ...readRecorded('mended').filter((each, index) => each.op === op && index % 5 === 0)];
    const { accepted, accused } = accusations(op, some, some, catalogue);
    assert.deepEqual(accused, []);
    assert.ok(accepted >= 3, `${accepted} accepted`);
  });
}

test('a finding of what PowerShell is said to accept is an accusation', () => {
  const asked = [{ id: 'a', text: 'Get-FederationTrust -Bogus x' }];
  assert.match(accusations('bind', asked, [{ errors: [] }], catalogue).accused[0]?.finding ?? '', /unknown-parameter/);
  assert.deepEqual(accusations('bind', asked, [{ errors: [{ id: 'NamedParameterNotFound' }] }], catalogue), { accepted: 0, accused: [] });
});
