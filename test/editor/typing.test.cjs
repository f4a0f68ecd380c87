const assert = require('node:assert/strict');
const { after, describe, it } = require('mocha');
const vscode = require('vscode');
const { documentBecomes, newPlan, startTyping } = require('./plans.cjs');
const screen = require('./userInterface.cjs');

const text = (document) => document.getText();
const ask = (command, ...args) => vscode.commands.executeCommand(`vscode.${command}`, ...args);
const plan = 'federationPlan: 1\norganizations:\n  ours: { acceptedDomains: [a.example] }\nsteps:\n  - id: one\n    organization: ours\n    run: |\n      Get-FederatedDomainProof -DomainName a.example';

describe('typing', () => {
  const settings = vscode.workspace.getConfiguration('editor');
  after(() => settings.update('linkedEditing', undefined, vscode.ConfigurationTarget.Global));

  it('keeps the indentation of a block behind a line that ends with a colon', async function () {
    // Only a real keyboard makes the editor ask for it; its own rules would indent the new line further, as YAML wants it.
    if (!screen.hasScreen) this.skip();
    const line = '\n    instructions: |\n      On each server:';
    const { document } = await startTyping(plan + line);
    await screen.press('Enter');
    const expected = `${plan}${line}\n      `;
    assert.equal(await documentBecomes(document, text, expected), expected);
  });

  it('begins a block two columns behind its key', async function () {
    if (!screen.hasScreen) this.skip();
    const { document } = await startTyping(`${plan}\n    verify: |`);
    await screen.press('Enter');
    const expected = `${plan}\n    verify: |\n      `;
    assert.equal(await documentBecomes(document, text, expected), expected);
  });

  it('changes an id where it is referred to as well, with linked editing on', async function () {
    if (!screen.hasScreen) this.skip();
    await settings.update('linkedEditing', true, vscode.ConfigurationTarget.Global);
    const { document } = await startTyping(plan, new vscode.Position(2, '  ours'.length));
    // The editor shows what is linked as soon as it knows it; what is typed before changes one place alone.
    await screen.text('.linked-editing-decoration');
    await screen.type('2');
    const expected = plan.replaceAll('ours', 'ours2');
    assert.equal(await documentBecomes(document, text, expected), expected);
  });
});

describe('a plan and its scripts', () => {
  it('are renamed together', async () => {
    const { document } = await newPlan(plan);
    const edit = await ask('executeDocumentRenameProvider', document.uri, document.positionAt(plan.indexOf('a.example') + 2), 'b.example');
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText(), plan.replaceAll('a.example', 'b.example'));
  });

  it('are coloured by what is known of their commands', async () => {
    const { document } = await newPlan(`${plan}\n      Get-FederatedDomainProoof`);
    const { tokenTypes } = await ask('provideDocumentSemanticTokensLegend', document.uri);
    const { data } = await ask('provideDocumentSemanticTokens', document.uri);
    const found = new Map();
    for (let at = 0, line = 0, column = 0; at < data.length; at += 5) {
      column = data[at] === 0 ? column + data[at + 1] : data[at + 1];
      line += data[at];
      found.set(document.getText(new vscode.Range(line, column, line, column + data[at + 2])), tokenTypes[data[at + 3]]);
    }
    assert.notEqual(found.get('Get-FederatedDomainProof'), undefined);
    assert.equal(found.get('Get-FederatedDomainProoof'), 'unknownName');
  });

  it('show what the profile fills in, where the user wants that', async () => {
    const setting = vscode.workspace.getConfiguration('exchangeFederation.inlayHints');
    const { document } = await newPlan('federationPlan: 1\nprofile: practice\norganizations:\n  them: { role: service }\n');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    assert.deepEqual(await ask('executeInlayHintProvider', document.uri, whole), []);
    await setting.update('enable', true, vscode.ConfigurationTarget.Global);
    try {
      // The server is told of the setting and asks for it; until then it answers as before.
      let hints = [];
      while (hints.length === 0) hints = await ask('executeInlayHintProvider', document.uri, whole);
      assert.match(hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join(''))).join(), /acceptedDomains: practicemail\.example/);
    } finally {
      await setting.update('enable', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
