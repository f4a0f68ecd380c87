import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import type { CodeAction, DocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { languageServer } from '../support/languageServer.ts';

const faulty = 'federationPlan: 1\ntitel: x\norganizations:\n  a: { acceptedDomains: [a.example] }\n';

test('a client that pulls is answered and not pushed to', async () => {
  const session = await languageServer({}, { textDocument: { diagnostic: {} } });
  assert.ok(session.initialized.capabilities.diagnosticProvider);
  let pushed = 0;
  session.connection.onNotification('textDocument/publishDiagnostics', () => void (pushed += 1));
  const uri = session.open('pull.fedplan.yaml', faulty);
  const pull = (): Promise<DocumentDiagnosticReport> => session.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const first = await pull();
  assert.ok(first.kind === 'full');
  assert.deepEqual(first.items.map(({ code }) => code), ['plan/unknown-key']);
  session.change(uri, 2, faulty.replace('titel', 'title'));
  const second = await pull();
  assert.ok(second.kind === 'full');
  assert.deepEqual(second.items, []);
  assert.equal(pushed, 0);
  assert.equal(await session.end(), 0);
});

test('levels come from the document’s settings, and a change of them is followed', async () => {
  const session = await languageServer({}, { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } });
  let level = 'warning';
  session.connection.onRequest('workspace/configuration', () => [{ rules: { 'plan/unknown-key': level } }]);
  session.connection.onRequest('client/registerCapability', () => null);
  const uri = session.open('levels.fedplan.yaml', faulty);
  await session.diagnostics(uri, (all) => all[0]?.severity === 2);
  level = 'off';
  await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await session.diagnostics(uri, (all) => all.length === 0);
  assert.equal(await session.end(), 0);
});

test('a finding can be suppressed by a fix', async () => {
  const session = await languageServer();
  const uri = session.open('suppress.fedplan.yaml', faulty);
  await session.diagnostics(uri, (all) => all.length === 1);
  const at = { line: 1, character: 0 };
  const actions = await session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: { start: at, end: at }, context: { diagnostics: [] } });
  assert.deepEqual(actions.map(({ title }) => title), ['Change to "title"', 'Suppress "plan/unknown-key" on this line']);
  session.change(uri, 2, faulty.replace('titel', '# fedplan-disable-next-line plan/unknown-key\ntitel'));
  await session.diagnostics(uri, (all) => all.length === 0);
  assert.equal(await session.end(), 0);
});

test('a finding leads to the page that explains its code', async () => {
  const session = await languageServer({}, { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } });
  const uri = session.open('help.fedplan.yaml', 'federationPlan: 1\n');
  const [diagnostic] = await session.diagnostics(uri, (found) => found.length > 0);
  const [file = '', line = ''] = diagnostic?.codeDescription?.href.split('#L') ?? [];
  assert.equal(readFileSync(fileURLToPath(file), 'utf8').split(/\r?\n/)[Number(line) - 1], '### `plan/missing-key`');
  assert.equal(await session.end(), 0);
});
