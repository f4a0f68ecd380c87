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

/** Long enough not to be judged at once, with one finding of the schema and one of the whole plan. */
const long = `federationPlan: 1\ntitel: x\norganizations:\n  a: { acceptedDomains: [a.example] }\nsteps:\n${Array.from({ length: 300 }, (_, index) => `  - id: step-${index % 299}\n    title: Something that is to be done by somebody, in many words\n    organization: a\n`).join('')}`;
const codes = (found: readonly { readonly code?: unknown }[]): string => found.map(({ code }) => String(code)).join(' ');

test('of a long plan the schema’s findings come first, those of the whole plan follow, and stay while it is changed', async () => {
  const session = await languageServer();
  const published: string[] = [];
  session.connection.onNotification('textDocument/publishDiagnostics', ({ version, diagnostics }: { version: number; diagnostics: { code: string }[] }) => {
    const said = `${version}: ${codes(diagnostics)}`;
    // What else is learnt meanwhile (that there are no profile files) is a reason to say it again.
    if (said !== published.at(-1)) published.push(said);
  });
  const uri = session.open('long.fedplan.yaml', long);
  const isComplete = (): boolean => published.at(-1) === '1: plan/unknown-key plan/duplicate-step';
  while (!isComplete()) await session.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } });
  assert.deepEqual(published, ['1: plan/unknown-key', '1: plan/unknown-key plan/duplicate-step']);
  session.change(uri, 2, long.replace('titel', 'title'));
  while (published.length < 3) await session.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } });
  assert.deepEqual(published.slice(2), ['2: plan/duplicate-step']);
  assert.equal(await session.end(), 0);
});

test('a client that pulls is told to ask again for the findings of the whole of a long plan', async () => {
  const session = await languageServer({}, { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } });
  const answers: string[] = [];
  const complete = new Promise<void>((resolve) => {
    session.connection.onRequest('workspace/diagnostic/refresh', async () => {
      answers.push(await pull());
      if (answers.at(-1) === 'plan/unknown-key plan/duplicate-step') resolve();
      return null;
    });
  });
  const uri = session.open('long.fedplan.yaml', long);
  const pull = async (): Promise<string> => {
    const report = await session.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    return report.kind === 'full' ? codes(report.items) : report.kind;
  };
  assert.equal(await pull(), 'plan/unknown-key');
  await complete;
  assert.equal(await session.end(), 0);
});

test('of too many findings the gravest are shown', async () => {
  const session = await languageServer();
  const organizations = Array.from({ length: 600 }, (_, index) => `  o${index}: { acceptedDomains: [o${index}.example] }\n`).join('');
  const oneWay = Array.from({ length: 599 }, (_, index) => `  - { owner: o${index}, target: o${index + 1}, domainNames: [o${index + 1}.example] }\n`).join('');
  const uri = session.open('many.fedplan.yaml', `federationPlan: 1\norganizations:\n${organizations}organizationRelationships:\n${oneWay}steps:\n  - { id: x, organization: nobody }\n`);
  const found = await session.diagnostics(uri, (all) => all.length === 500);
  assert.equal(found[0]?.code, 'plan/unknown-organization');
  assert.equal(await session.end(), 0);
});
