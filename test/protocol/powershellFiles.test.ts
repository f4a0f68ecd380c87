import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import test from 'node:test';
import type { CodeAction, CompletionItem, CompletionList, Hover, RegistrationParams, UnregistrationParams } from 'vscode-languageserver-protocol/node';
import { languageServer } from '../support/languageServer.ts';

const wishes = new EventEmitter();
let enable = false;
const session = await languageServer({}, { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } }, textDocument: { synchronization: { dynamicRegistration: true } } });
const { connection } = session;
connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) => items.map(() => ({ powershellFiles: { enable } })));
connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
  const files = registrations.filter(({ registerOptions }) => JSON.stringify(registerOptions).includes('"powershell"'));
  if (files.length > 0) setImmediate(() => wishes.emit('registered', files.map(({ method }) => method)));
});
connection.onRequest('client/unregisterCapability', ({ unregisterations }: UnregistrationParams) => void setImmediate(() => wishes.emit('unregistered', unregisterations.map(({ method }) => method))));

const uri = 'file:///scripts/a.ps1';
const textDocument = { uri };
const open = (text: string): void => void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'powershell', version: 1, text } });
const change = (value: boolean): void => {
  enable = value;
  void connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
};

test('PowerShell files are asked for when the user wants that, and no longer when not', async () => {
  const registered = once(wishes, 'registered');
  change(true);
  const [methods] = (await registered) as [string[]];
  assert.deepEqual(methods.sort(), ['textDocument/codeAction', 'textDocument/completion', 'textDocument/didChange', 'textDocument/didClose', 'textDocument/didOpen', 'textDocument/hover', 'textDocument/signatureHelp']);
  const unregistered = once(wishes, 'unregistered');
  change(false);
  const [gone] = (await unregistered) as [string[]];
  assert.deepEqual(gone.sort(), methods);
});

test('in such a file Exchange’s calls are completed, explained, judged and fixed, and it is no plan', async () => {
  open('Get-ChildItem -Path true\r\nSet-OrganizationRelationship Mail -Enabled true\r\n');
  const [found, ...others] = await session.diagnostics(uri, (diagnostics) => diagnostics.length > 0);
  assert.deepEqual(others, []);
  assert.equal(found?.range.start.line, 1);
  const answer = await connection.sendRequest<CompletionList | CompletionItem[]>('textDocument/completion', { textDocument, position: { line: 1, character: 37 } });
  assert.ok((Array.isArray(answer) ? answer : answer.items).some(({ label }) => label === '-Enabled'));
  assert.ok(await connection.sendRequest<Hover | null>('textDocument/hover', { textDocument, position: { line: 1, character: 5 } }));
  assert.equal(await connection.sendRequest('textDocument/hover', { textDocument, position: { line: 0, character: 5 } }), null);
  const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument, range: found.range, context: { diagnostics: [] } });
  assert.deepEqual(actions[0]?.edit?.documentChanges, [{ textDocument: { uri, version: 1 }, edits: [{ range: { start: { line: 1, character: 43 }, end: { line: 1, character: 47 } }, newText: '$true' }] }]);
  for (const method of ['documentSymbol', 'foldingRange', 'codeLens', 'documentLink']) assert.deepEqual(await connection.sendRequest(`textDocument/${method}`, { textDocument }), [], method);
  assert.equal(await session.end(), 0);
});
