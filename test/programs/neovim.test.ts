import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { launcher } from '../support/fedplan.ts';

declare const __projectRoot: string;

const folder = mkdtempSync(path.join(tmpdir(), 'fedplan-neovim-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('Neovim shows findings, completes a parameter and applies a quick fix', async () => {
  const plan = path.join(folder, 'neovim.fedplan.yaml');
  writeFileSync(plan, 'federationPlan: 1\ntitel: Ärger 😀\norganizations:\n  a: { acceptedDomains: [a.example] }\nsteps:\n  - id: one\n    organization: a\n    run: |\n      New-OrganizationRelationship -Free');
  const env = { ...process.env, FEDPLAN_NODE: process.execPath, FEDPLAN_LAUNCHER: launcher, FEDPLAN_PLAN: plan, FEDPLAN_ROUTE: '', XDG_STATE_HOME: folder, XDG_DATA_HOME: folder };
  const child = spawn('nvim', ['--headless', '--clean', '-c', `luafile ${path.join(__projectRoot, 'test', 'programs', 'neovimSession.lua')}`], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  await new Promise((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', reject);
  });
  const answer = out.split('\n').find((line) => line.startsWith('{'));
  assert.ok(answer, `${out}\n${errors}`);
  const seen = JSON.parse(answer) as { problem?: string; diagnostics: unknown[]; completions: string[]; action: string; line: string; mended: boolean };
  assert.equal(seen.problem, undefined);
  assert.deepEqual(seen.diagnostics, [
    { line: 1, column: 0, code: 'plan/unknown-key', source: 'Federation Plan' },
    { line: 8, column: 35, code: 'script/ambiguous-parameter', source: 'Federation Plan' },
  ]);
  assert.ok(seen.completions.includes('-FreeBusyAccessLevel'));
  assert.equal(seen.action, 'Change to "title"');
  assert.equal(seen.line, 'title: Ärger 😀');
  assert.equal(seen.mended, true);
});
