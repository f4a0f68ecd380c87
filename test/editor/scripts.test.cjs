const assert = require('node:assert/strict');
const { after, describe, it } = require('mocha');
const vscode = require('vscode');
const { codeOf, diagnostics, documentBecomes, newPlan, openPlan } = require('./plans.cjs');

const ask = (command, ...args) => vscode.commands.executeCommand(`vscode.${command}`, ...args);
const text = (document) => document.getText();

/** The place of a text in a document, by default its beginning. */
const placeOf = (document, word, inset = 1) => document.positionAt(document.getText().indexOf(word) + inset);

async function applyAction(document, range, title) {
  const actions = await ask('executeCodeActionProvider', document.uri, range);
  const action = actions.find((each) => each.title === title);
  assert.ok(action, `"${title}" is not among: ${actions.map((each) => each.title).join(', ')}`);
  await vscode.workspace.applyEdit(action.edit);
}

describe('scripts inside a plan', () => {
  it('are completed, explained and fixed in the example plan', async () => {
    const { document } = await openPlan('nhsmail-2018.fedplan.yaml');
    const before = document.getText();
    const good = 'Set-WebServicesVirtualDirectory -WSSecurityAuthentication $true';
    assert.ok(before.includes(good));
    const edit = new vscode.WorkspaceEdit();
    const start = document.positionAt(before.indexOf(good));
    edit.replace(document.uri, new vscode.Range(start, start.translate(0, good.length)), good.replace('$true', 'true'));
    await vscode.workspace.applyEdit(edit);
    const found = (await diagnostics(document.uri, (codes) => codes.includes('script/boolean-value'))).find((each) => codeOf(each) === 'script/boolean-value');
    assert.equal(document.getText(found.range), 'true');

    const hovers = await ask('executeHoverProvider', document.uri, placeOf(document, '-WSSecurityAuthentication', 3));
    assert.match(JSON.stringify(hovers.map(({ contents }) => contents.map(({ value }) => value))), /Boolean/);
    const { items } = await ask('executeCompletionItemProvider', document.uri, placeOf(document, '-WSSecurityAuthentication', 3));
    assert.ok(items.some(({ label }) => (label.label ?? label) === '-WSSecurityAuthentication'));

    const actions = await ask('executeCodeActionProvider', document.uri, found.range);
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(fix, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(await documentBecomes(document, text, before), before);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('show the forms of a call, lead to a domain, and are rewritten', async () => {
    const call = "New-OrganizationRelationship Mail -DomainNames a.example -Enabled $true";
    const { document } = await newPlan(`federationPlan: 1\norganizations:\n  a: { acceptedDomains: [a.example] }\nsteps:\n  - id: one\n    organization: a\n    run: |\n      ${call}\n`);
    const help = await ask('executeSignatureHelpProvider', document.uri, placeOf(document, '-DomainNames a', 13));
    assert.match(help.signatures[0].label, /^New-OrganizationRelationship \[-Name\] <String> -DomainNames/);
    const line = document.getText().split('\n').findIndex((each) => each.includes(call));
    const definitions = await ask('executeDefinitionProvider', document.uri, new vscode.Position(line, document.lineAt(line).text.indexOf('a.example') + 2));
    assert.deepEqual(definitions.map((each) => (each.targetRange ?? each.range).start.line), [2]);
    await applyAction(document, new vscode.Range(line, 10, line, 10), 'Pass the parameters by splatting');
    assert.match(document.getText(), /\n {6}\$parameters = @\{\n {10}DomainNames = 'a\.example'\n {10}Enabled = \$true\n {6}\}\n {6}New-OrganizationRelationship Mail @parameters\n/);
  });
});

describe('the plan language', () => {
  it('renames an organization wherever it is named, and formats nothing away', async () => {
    const { document } = await newPlan('federationPlan: 1\norganizations:\n  ours: { acceptedDomains: [a.example] }\nsteps:\n  - id: one\n    organization: ours\n');
    const edit = await ask('executeDocumentRenameProvider', document.uri, placeOf(document, 'ours', 2), 'mine');
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText().match(/mine/g)?.length, 2);
    const edits = await ask('executeFormatDocumentProvider', document.uri, { tabSize: 2, insertSpaces: true });
    assert.deepEqual(edits ?? [], []);
  });

  it('shows the outline and the folds of the example plan', async () => {
    const { document } = await openPlan('nhsmail-2018.fedplan.yaml');
    const symbols = await ask('executeDocumentSymbolProvider', document.uri);
    assert.ok(symbols.some(({ name }) => name === 'steps'), symbols.map(({ name }) => name).join(', '));
    assert.ok((await ask('executeFoldingRangeProvider', document.uri)).length > 10);
  });
});

describe('PowerShell files', () => {
  const setting = vscode.workspace.getConfiguration('exchangeFederation.powershellFiles');
  after(() => setting.update('enable', undefined, vscode.ConfigurationTarget.Global));

  it('are served where the user wants that', async () => {
    await setting.update('enable', true, vscode.ConfigurationTarget.Global);
    const document = await vscode.workspace.openTextDocument({ language: 'powershell', content: 'Set-OrganizationRelationship Mail -Enabled true\nGet-ChildItem -Nonsense\n' });
    await vscode.window.showTextDocument(document);
    const found = await diagnostics(document.uri, (codes) => codes.length > 0);
    assert.deepEqual(found.map(({ range }) => document.getText(range)), ['true']);
    const { items } = await ask('executeCompletionItemProvider', document.uri, placeOf(document, '-Enabled', 4));
    assert.ok(items.some(({ label }) => (label.label ?? label) === '-Enabled'));
  });
});
