import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import type { CodeAction, SignatureHelp, CodeLens, DocumentLink, DocumentSymbol, FoldingRange, InlayHint, Location, Range, SelectionRange, SemanticTokens, SymbolInformation, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { languageServer } from '../support/languageServer.ts';

const session = await languageServer({}, {
  workspace: { configuration: true, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
  textDocument: { rename: { prepareSupport: true } },
});
const { connection } = session;
let settings: unknown = { codeLens: { runChecks: true }, inlayHints: { enable: true } };
connection.onRequest('workspace/configuration', () => [settings]);

const text = `federationPlan: 1
profile: practice
organizations:
  ours:
    role: partner
    acceptedDomains: [ours.example]
    autodiscover: https://autodiscover.ours.example/autodiscover/autodiscover.svc
  theirs: { role: service }
steps:
  - id: one
    title: The first
    organization: ours
    run: |
      Get-FederationInformation -DomainName ours.example
`;
const uri = session.open('features.fedplan.yaml', text);
const textDocument = { uri };

function ask<T>(method: string, params: object = {}): Promise<T> {
  return connection.sendRequest<T>(`textDocument/${method}`, { textDocument, ...params });
}
const at = (line: number, character: number): { position: { line: number; character: number } } => ({ position: { line, character } });
const range = (line: number, from: number, to: number): Range => ({ start: { line, character: from }, end: { line, character: to } });

test('the server names the features that it has', () => {
  const { capabilities } = session.initialized;
  assert.deepEqual(capabilities.renameProvider, { prepareProvider: true });
  assert.deepEqual(capabilities.codeActionProvider, { codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.fedplan', 'source.repairPdf.fedplan'] });
  for (const name of ['definitionProvider', 'referencesProvider', 'documentHighlightProvider', 'documentSymbolProvider', 'workspaceSymbolProvider', 'foldingRangeProvider', 'selectionRangeProvider', 'documentLinkProvider', 'semanticTokensProvider', 'inlayHintProvider', 'codeLensProvider', 'documentFormattingProvider', 'documentRangeFormattingProvider', 'documentOnTypeFormattingProvider', 'linkedEditingRangeProvider', 'signatureHelpProvider'] as const) {
    assert.ok(capabilities[name], name);
  }
});

test('a domain in a script leads to its definition, and back', async () => {
  const [definition] = await ask<Location[]>('definition', at(13, 50));
  assert.deepEqual(definition, { uri, range: range(5, 22, 34) });
  const references = await ask<Location[]>('references', { ...at(5, 25), context: { includeDeclaration: false } });
  assert.deepEqual(references, [{ uri, range: range(13, 44, 56) }]);
  assert.deepEqual(await ask('documentHighlight', at(5, 25)), [{ range: range(5, 22, 34), kind: 3 }, { range: range(13, 44, 56), kind: 2 }]);
  assert.equal(await ask('documentHighlight', at(10, 15)), null);
});

test('a rename edits the version that it was made for', async () => {
  assert.deepEqual(await ask('prepareRename', at(3, 3)), { range: range(3, 2, 6), placeholder: 'ours' });
  const edit = await ask<WorkspaceEdit>('rename', { ...at(3, 3), newName: 'mine' });
  assert.deepEqual(edit.documentChanges, [{ textDocument: { uri, version: 1 }, edits: [{ range: range(3, 2, 6), newText: 'mine' }, { range: range(11, 18, 22), newText: 'mine' }] }]);
});

test('an id and its references are typed together', async () => {
  assert.deepEqual(await ask('linkedEditingRange', at(3, 3)), { ranges: [range(3, 2, 6), range(11, 18, 22)], wordPattern: '[A-Za-z0-9][A-Za-z0-9._-]*' });
  assert.equal(await ask('linkedEditingRange', at(11, 20)), null);
});

test('a new line in a block keeps its indentation', async () => {
  const edits = await ask<TextEdit[]>('onTypeFormatting', { ...at(14, 0), ch: '\n', options: { tabSize: 2, insertSpaces: true } });
  assert.deepEqual(edits, [{ range: range(14, 0, 0), newText: '      ' }]);
});

test('a rename that cannot be is refused with a sentence', async () => {
  await assert.rejects(ask('rename', { ...at(3, 3), newName: 'theirs' }), /"theirs" is already the name of another organization of this plan\. Choose another name\./);
  assert.equal(await ask('prepareRename', at(0, 2)), null);
});

test('symbols of the document and of the open plans', async () => {
  const symbols = await ask<DocumentSymbol[]>('documentSymbol');
  assert.deepEqual(symbols.map(({ name, children }) => [name, children?.map((child) => child.name)]), [['organizations', ['ours', 'theirs']], ['steps', ['one']]]);
  assert.equal(symbols[1]?.children?.[0]?.detail, 'The first');
  const found = await connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'oursex' });
  assert.deepEqual(found.map(({ name, containerName, location }) => [name, containerName, location]), [['ours.example', 'features.fedplan.yaml', { uri, range: range(5, 22, 34) }]]);
});

test('folding and selection', async () => {
  const folds = await ask<FoldingRange[]>('foldingRange');
  assert.deepEqual(folds.map(({ startLine, endLine }) => [startLine, endLine]), [[2, 7], [3, 6], [8, 13], [9, 13], [12, 13]]);
  const [selection] = await ask<SelectionRange[]>('selectionRange', { positions: [{ line: 5, character: 24 }] });
  assert.deepEqual(selection?.range, range(5, 22, 26));
  assert.deepEqual(selection.parent?.range, range(5, 22, 34));
});

test('links, tokens, hints and lenses', async () => {
  assert.deepEqual(await ask<DocumentLink[]>('documentLink'), [{ range: range(6, 18, 81), target: 'https://autodiscover.ours.example/autodiscover/autodiscover.svc' }]);
  const { data } = await ask<SemanticTokens>('semanticTokens/full');
  assert.deepEqual(data.slice(0, 10), [3, 2, 4, 0, 1, 2, 22, 12, 1, 1]);
  const hints = await ask<InlayHint[]>('inlayHint', { range: range(0, 0, 0) });
  assert.deepEqual(hints, []);
  const [hint] = await ask<InlayHint[]>('inlayHint', { range: { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } } });
  assert.deepEqual(hint?.position, { line: 7, character: 25 });
  const [lens] = await ask<CodeLens[]>('codeLens');
  assert.deepEqual(lens?.range, range(5, 22, 34));
  assert.deepEqual(lens.command, { title: 'Run checks on ours.example', command: 'exchangeFederation.runDomain', arguments: [{ uri, organization: 'ours', domain: 'ours.example' }] });
});

test('lenses and hints are off where the settings do not turn them on', async () => {
  settings = null;
  await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  assert.deepEqual(await ask('codeLens'), []);
  assert.deepEqual(await ask('inlayHint', { range: { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } } }), []);
});

test('formatting of the whole and of a selection', async () => {
  const changed = text.replace('profile: ', 'profile:   ').replace('role: p', 'role:  p');
  session.change(uri, 2, changed);
  const options = { tabSize: 4, insertSpaces: false };
  assert.deepEqual(await ask<TextEdit[]>('formatting', { options }), [{ range: range(1, 8, 11), newText: ' ' }, { range: range(4, 9, 11), newText: ' ' }]);
  assert.deepEqual(await ask<TextEdit[]>('rangeFormatting', { options, range: { start: { line: 4, character: 2 }, end: { line: 5, character: 0 } } }), [{ range: range(4, 9, 11), newText: ' ' }]);
});

test('source actions come when their kind is asked for', async () => {
  session.change(uri, 3, text.replace('profile:', 'profil:').replace('Get-FederationInformation', 'GetFederationInformation'));
  const whole = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
  const [fixAll] = await ask<CodeAction[]>('codeAction', { range: whole, context: { diagnostics: [], only: ['source.fixAll'] } });
  assert.equal(fixAll?.kind, 'source.fixAll.fedplan');
  assert.deepEqual(fixAll.edit?.documentChanges, [{ textDocument: { uri, version: 3 }, edits: [{ range: range(1, 0, 6), newText: 'profile' }, { range: range(13, 9, 9), newText: '-' }] }]);
  const repairs = await ask<CodeAction[]>('codeAction', { range: whole, context: { diagnostics: [], only: ['source.repairPdf.fedplan'] } });
  assert.equal(repairs.length, 1);
  const [change] = (repairs[0]?.edit?.documentChanges ?? []) as TextDocumentEdit[];
  assert.deepEqual(change?.edits, [{ range: range(13, 9, 9), newText: '-', annotationId: 'hyphen' }]);
  assert.deepEqual(repairs[0]?.edit?.changeAnnotations, { hyphen: { label: 'Hyphens and dashes in commands', description: '1 place', needsConfirmation: true } });
  const fixes = await ask<CodeAction[]>('codeAction', { range: whole, context: { diagnostics: [] } });
  assert.ok(fixes.length > 0 && fixes.every(({ kind }) => kind === 'quickfix'));
});

test('the forms of a call show behind its name, and not again behind each blank', async () => {
  const asked = async (character: number, isRetrigger: boolean): Promise<string | undefined> =>
    (await ask<SignatureHelp | null>('signatureHelp', { ...at(13, character), context: { triggerKind: 2, triggerCharacter: ' ', isRetrigger } }))?.signatures[0]?.label;
  session.change(uri, 4, text.replace(' -DomainName ours.example', ' '));
  assert.match((await asked(32, false)) ?? '', /^Get-FederationInformation /);
  session.change(uri, 5, text);
  assert.equal(await asked(44, false), undefined);
  assert.match((await asked(44, true)) ?? '', /^Get-FederationInformation .*-DomainName/);
});

test('what is not open is answered with nothing', async () => {
  const nowhere = { textDocument: { uri: 'file:///nowhere' } };
  for (const [method, answer] of [['definition', []], ['references', []], ['documentHighlight', null], ['prepareRename', null], ['rename', null], ['documentSymbol', []], ['foldingRange', []], ['selectionRange', null], ['documentLink', []], ['semanticTokens/full', { data: [] }], ['inlayHint', []], ['codeLens', []], ['signatureHelp', null], ['formatting', []], ['rangeFormatting', []], ['codeAction', []]] as const) {
    assert.deepEqual(await ask(method, { ...nowhere, ...at(0, 0), newName: 'x', positions: [], context: { diagnostics: [], includeDeclaration: true }, range: range(0, 0, 0), options: { tabSize: 2, insertSpaces: true } }), answer, method);
  }
});

test('the server ends when it is told to', async () => {
  assert.equal(await session.end(), 0);
});

after(() => connection.dispose());
