import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

declare const __projectRoot: string;

function generate(root: string, ...args: readonly string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'scripts', 'generate.mjs'), ...args], { encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

test('the catalogue, the cmdlet snippets and the notices are what their generators write', () => {
  const { status, output } = generate(__projectRoot, '--check', 'cmdletCatalogue', 'federationCmdletSnippets', 'thirdPartyNotices');
  assert.equal(status, 0, output);
});

test('a stale or missing file is named, and written when asked', (context) => {
  const root = mkdtempSync(path.join(tmpdir(), 'generate-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(path.join(root, 'scripts', 'generators'), { recursive: true });
  cpSync(path.join(__projectRoot, 'scripts', 'generate.mjs'), path.join(root, 'scripts', 'generate.mjs'));
  writeFileSync(
    path.join(root, 'scripts', 'generators', 'greeting.mjs'),
    "export const name = 'greeting';\nexport const generate = async () => ({ 'out/a.txt': 'one\\ntwo\\n', 'b.txt': 'three\\n' });\n",
  );
  writeFileSync(path.join(root, 'b.txt'), 'three\r\n');

  const before = generate(root, '--check');
  assert.equal(before.status, 1);
  assert.match(before.output, /out\/a\.txt \(generator "greeting"\)/);
  assert.doesNotMatch(before.output, /b\.txt/, 'CRLF is no difference');
  assert.equal(generate(root).status, 0);
  assert.equal(readFileSync(path.join(root, 'out', 'a.txt'), 'utf8'), 'one\ntwo\n');
  assert.equal(generate(root, '--check').status, 0);
  assert.equal(generate(root, 'farewell').status, 2, 'a name that no generator has');
});
