import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import type { CodeAction, CompletionItem, Hover } from 'vscode-languageserver-protocol/node';
import { languageServer } from '../support/languageServer.ts';

const session = await languageServer();
const text = 'federationPlan: 1\ntitel: x\norganizations:\n  a:\n    acceptedDomains: [a.example]\nsteps:\n  - id: one\n    organization: a\n    run: |\n      New-OrganizationRelationship -Fr\n';
const uri = session.open('editing.fedplan.yaml', text);

test('the server says what it can', () => {
  const { capabilities } = session.initialized;
  assert.equal(capabilities.textDocumentSync, 2);
  assert.ok(capabilities.completionProvider && capabilities.hoverProvider && capabilities.codeActionProvider);
});

test('a faulty plan has diagnostics with code, source and range', async () => {
  const [diagnostic] = await session.diagnostics(uri, (all) => all.length > 0);
  assert.equal(diagnostic?.code, 'plan/unknown-key');
  assert.equal(diagnostic.source, 'Federation Plan');
  assert.deepEqual(diagnostic.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } });
});

test('a quick fix edits the version it was made for', async () => {
  const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 2 } };
  const actions = await session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
  assert.equal(actions[0]?.title, 'Change to "title"');
  assert.equal(actions[0].isPreferred, true);
  assert.deepEqual(actions[0].edit?.documentChanges, [
    { textDocument: { uri, version: 1 }, edits: [{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } }, newText: 'title' }] },
  ]);
});

test('a parameter is completed inside a block', async () => {
  const items = await session.connection.sendRequest<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position: { line: 9, character: 38 } });
  const item = items.find(({ label }) => label === '-FreeBusyAccessLevel');
  assert.deepEqual(item?.textEdit, { range: { start: { line: 9, character: 35 }, end: { line: 9, character: 38 } }, newText: '-FreeBusyAccessLevel' });
});

test('a cmdlet’s hover links its page', async () => {
  const hover = await session.connection.sendRequest<Hover>('textDocument/hover', { textDocument: { uri }, position: { line: 9, character: 10 } });
  assert.match(JSON.stringify(hover.contents), /learn\.microsoft\.com\/powershell\/module\/exchangepowershell\/new-organizationrelationship/);
});

test('a mended plan has no diagnostics', async () => {
  session.change(uri, 2, text.replace('titel', 'title').replace('New-OrganizationRelationship -Fr', 'Get-FederationTrust'));
  assert.deepEqual(await session.diagnostics(uri, (all) => all.length === 0), []);
});

test('a plan that is closed keeps none', async () => {
  session.change(uri, 3, text);
  await session.diagnostics(uri, (all) => all.length > 0);
  await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await session.diagnostics(uri, (all) => all.length === 0);
});

test('what is not open is answered with nothing', async () => {
  const nowhere = { textDocument: { uri: 'file:///nowhere' }, position: { line: 0, character: 0 } };
  assert.deepEqual(await session.connection.sendRequest('textDocument/completion', nowhere), []);
  assert.equal(await session.connection.sendRequest('textDocument/hover', nowhere), null);
});

test('the server ends when it is told to', async () => {
  assert.equal(await session.end(), 0);
});

after(() => session.connection.dispose());
