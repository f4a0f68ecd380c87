import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { agreement, answerer } from './index.ts';
import type { Request } from './request.ts';

declare const __projectRoot: string;

const read = (...names: string[]): string => readFileSync(path.join(__projectRoot, ...names), 'utf8');
const answer = answerer(read('server', 'data', 'cmdletCatalogue.jsonl'));
const recorded = read('test', 'powershell-engine', 'recorded', 'mended.jsonl')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Request);

for (const op of new Set(recorded.map((each) => each.op ?? ''))) {
  test(`what was once judged otherwise than PowerShell does is judged as it does: "${op}"`, () => {
    const ofOperation = recorded.filter((each) => each.op === op);
    const { disagreements } = agreement(op, ofOperation, ofOperation, answer, false);
    const texts = new Map(ofOperation.map(({ id, text }) => [id, text]));
    assert.deepEqual(disagreements.map(({ id, row, why }) => `${row}: ${why} in ${texts.get(id) ?? ''}`), []);
    assert.ok(ofOperation.length > 0);
  });
}
