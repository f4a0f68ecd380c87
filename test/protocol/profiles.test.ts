import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeAction, CompletionItem, Diagnostic, Hover, Location, RegistrationParams } from 'vscode-languageserver-protocol/node';
import { languageServer, type Session } from '../support/languageServer.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'fedprofile-'));
after(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(path.join(folder, 'profiles', 'deep'), { recursive: true });
mkdirSync(path.join(folder, 'node_modules'));
mkdirSync(path.join(folder, 'plans'));

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return pathToFileURL(file).href;
}
const county = write('profiles/deep/county.fedprofile.yaml', 'title: The county\nid: county\n');
write('node_modules/other.fedprofile.yaml', 'id: other\ntitle: Of a package\n');
write('plans/beside.fedprofile.yml', 'id: beside\ntitle: Beside the plan\n');

const plan = (profile: string): string => `federationPlan: 1\nprofile: ${profile}\norganizations:\n  a: { acceptedDomains: [a.example] }\n`;
const position = { line: 1, character: 11 };
const has = (code: string) => (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some((each) => each.code === code);
const hasNot = (code: string) => (diagnostics: readonly Diagnostic[]): boolean => !has(code)(diagnostics);

function open({ connection }: Session, uri: string, text: string, languageId = 'federation-plan'): string {
  void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  return uri;
}

test('profiles of the workspace: found, watched, completed and gone to', async () => {
  const registered: RegistrationParams[] = [];
  const session = await languageServer({}, { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } }, [pathToFileURL(folder).href]);
  const { connection } = session;
  connection.onRequest('client/registerCapability', (params: RegistrationParams) => void registered.push(params));
  const uri = open(session, pathToFileURL(path.join(folder, 'plans', 'a.fedplan.yaml')).href, plan('nobody'));
  // Only what is surely no profile is accused: the search has ended now.
  const [finding] = (await session.diagnostics(uri, has('plan/wrong-value'))).filter(({ code }) => code === 'plan/wrong-value');
  assert.match(JSON.stringify(finding), /Expected is one of: nhsmail-2018, .*, county, beside\.|Expected is one of: nhsmail-2018, .*, beside, county\./);
  assert.deepEqual(registered.flatMap(({ registrations }) => registrations.map(({ method, registerOptions }) => [method, registerOptions as unknown])), [
    ['workspace/didChangeWatchedFiles', { watchers: [{ globPattern: '**/*.fedprofile.{yaml,yml}' }] }],
  ]);

  session.change(uri, 2, plan('county'));
  await session.diagnostics(uri, hasNot('plan/wrong-value'));
  const textDocument = { uri };
  const items = await connection.sendRequest<CompletionItem[]>('textDocument/completion', { textDocument, position: { line: 1, character: 9 } });
  assert.deepEqual(items.map(({ label }) => label).filter((label) => ['county', 'beside', 'other'].includes(label)).sort(), ['beside', 'county']);
  const hover = await connection.sendRequest<Hover | null>('textDocument/hover', { textDocument, position });
  assert.match(JSON.stringify(hover), /The county/);
  assert.deepEqual(await connection.sendRequest<Location[]>('textDocument/definition', { textDocument, position }), [{ uri: county, range: { start: { line: 1, character: 4 }, end: { line: 1, character: 10 } } }]);

  rmSync(path.join(folder, 'profiles', 'deep', 'county.fedprofile.yaml'));
  await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: county, type: 3 }] });
  await session.diagnostics(uri, has('plan/wrong-value'));
  write('profiles/deep/county.fedprofile.yaml', 'id: county\n');
  await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: county, type: 1 }] });
  await session.diagnostics(uri, has('profile/unread'));
  assert.equal(await session.end(), 0);
});

test('without a workspace: those beside the plan, and an open one as it is in the editor', async () => {
  const session = await languageServer();
  const { connection } = session;
  const uri = open(session, pathToFileURL(path.join(folder, 'plans', 'b.fedplan.yaml')).href, plan('county'));
  await session.diagnostics(uri, has('plan/wrong-value'));
  session.change(uri, 2, plan('beside'));
  await session.diagnostics(uri, hasNot('plan/wrong-value'));

  // The client calls it YAML, and escapes the address in its own way.
  const profile = open(session, `${pathToFileURL(path.join(folder, 'plans')).href}/b%65side.fedprofile.yml`, 'id: another\ntitel: Another\n', 'yaml');
  await session.diagnostics(uri, has('plan/wrong-value'));
  const findings = await session.diagnostics(profile, has('profile/unknown-key'));
  assert.deepEqual(findings.map(({ code, range }) => [code, range.start.line]), [['profile/missing-key', 0], ['profile/unknown-key', 1]]);
  const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: profile }, range: { start: { line: 1, character: 1 }, end: { line: 1, character: 1 } }, context: { diagnostics: [] } });
  assert.deepEqual(actions.map(({ title }) => title), ['Change to "title"']);
  const items = await connection.sendRequest<CompletionItem[]>('textDocument/completion', { textDocument: { uri: profile }, position: { line: 2, character: 0 } });
  assert.ok(items.some(({ label }) => label === 'roleGroup'));

  await connection.sendNotification('textDocument/didClose', { textDocument: { uri: profile } });
  await session.diagnostics(uri, hasNot('plan/wrong-value'));
  assert.equal(await session.end(), 0);
});

test('what the editor tells of files in passed-over folders is passed over, and an earlier read does not bring back what is deleted', async () => {
  const workspace = path.join(folder, 'told');
  mkdirSync(path.join(workspace, 'node_modules'), { recursive: true });
  mkdirSync(path.join(workspace, '.cache'));
  const session = await languageServer({}, {}, [pathToFileURL(workspace).href]);
  const tell = (...changes: readonly { readonly uri: string; readonly type: number }[]): Promise<void> => session.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  const expected = (name: string) => (diagnostics: readonly Diagnostic[]): boolean => JSON.stringify(diagnostics).includes(`, ${name}`);
  const uri = open(session, pathToFileURL(path.join(workspace, 'a.fedplan.yaml')).href, plan('nobody'));
  await session.diagnostics(uri, has('plan/wrong-value'));
  const [ofPackage, ofCache, deleted, late] = [write('told/node_modules/a.fedprofile.yaml', 'id: of-package\ntitle: x\n'), write('told/.cache/a.fedprofile.yaml', 'id: of-cache\ntitle: x\n'), write('told/deleted.fedprofile.yaml', 'id: deleted\ntitle: x\n'), write('told/late.fedprofile.yaml', 'id: late\ntitle: x\n')];
  await tell({ uri: ofPackage, type: 1 }, { uri: ofCache, type: 1 }, { uri: deleted, type: 2 }, { uri: deleted, type: 3 });
  await tell({ uri: late, type: 1 });
  await session.diagnostics(uri, expected('late'));
  const items = await session.connection.sendRequest<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position: { line: 1, character: 9 } });
  assert.deepEqual(items.map(({ label }) => label).filter((label) => ['of-package', 'of-cache', 'deleted', 'late'].includes(label)), ['late']);
  assert.equal(await session.end(), 0);
});
