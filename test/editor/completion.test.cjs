const assert = require('node:assert/strict');
const { describe, it } = require('mocha');
const vscode = require('vscode');
const { documentBecomes, newPlan, startTyping } = require('./plans.cjs');
const screen = require('./userInterface.cjs');

const head = 'federationPlan: 1\norganizations:\n  a: { acceptedDomains: [a.example] }\nsteps:\n  - id: one\n    organization: a\n    run: |\n      ';

const suggestions = '.suggest-widget.visible .monaco-list-row';

/** The last line of a document, without its indentation. */
const lastLine = (document) => document.lineAt(document.lineCount - 1).text.trim();

/** Completes at the end of the text, takes the item, and answers the last line. */
async function complete(editor, label) {
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  const { items } = await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, end);
  const item = items.find((each) => (typeof each.label === 'string' ? each.label : each.label.label) === label);
  assert.ok(item, `"${label}" is not among ${items.length} items`);
  const range = item.range instanceof vscode.Range ? item.range : item.range.replacing;
  await editor.edit((edit) => edit.replace(range, typeof item.insertText === 'string' ? item.insertText : item.insertText.value));
  return lastLine(document);
}

describe('completion', () => {
  it('offers a parameter of New-OrganizationRelationship inside a block', async () => {
    const editor = await newPlan(`${head}New-OrganizationRelationship -Name NHSmail -FreeBusyAccessL`);
    assert.equal(await complete(editor, '-FreeBusyAccessLevel'), 'New-OrganizationRelationship -Name NHSmail -FreeBusyAccessLevel');
  });

  it('offers the values of a parameter', async () => {
    const editor = await newPlan(`${head}New-OrganizationRelationship -FreeBusyAccessLevel `);
    assert.equal(await complete(editor, 'LimitedDetails'), 'New-OrganizationRelationship -FreeBusyAccessLevel LimitedDetails');
  });

  it('offers keys of the plan', async () => {
    const editor = await newPlan('federationPlan: 1\nprof');
    assert.equal(await complete(editor, 'profile'), 'profile:');
  });

  it('shows parameters by itself when a dash is typed behind a cmdlet', async function () {
    // Only a real keyboard makes the editor ask; a desktop window has none that a test can use.
    if (!screen.hasScreen) this.skip();
    const editor = await startTyping(`${head}New-OrganizationRelationship `);
    await screen.type('-');
    await screen.text(`${suggestions}:has-text("-DomainNames")`);
    await screen.type('FreeBusyAccessL');
    const [row] = await screen.text(`${suggestions}:has-text("-FreeBusyAccessLevel")`);
    assert.match(row, /^-FreeBusyAccessLevel/);
    await screen.screenshot('parameters');
    await screen.press('Enter');
    const expected = 'New-OrganizationRelationship -FreeBusyAccessLevel';
    assert.equal(await documentBecomes(editor.document, lastLine, expected), expected);
  });

  it('shows a new step by itself behind its dash', async function () {
    if (!screen.hasScreen) this.skip();
    const editor = await startTyping('federationPlan: 1\nsteps:\n  ');
    await screen.type('- ');
    await screen.text(`${suggestions}:has-text("new step")`);
    await screen.press('Enter');
    const expected = 'federationPlan: 1\nsteps:\n  - id: id\n    organization: organization\n    run: |\n      ';
    assert.equal(await documentBecomes(editor.document, (document) => document.getText(), expected), expected);
  });

  it('shows values inside of quotes', async function () {
    if (!screen.hasScreen) this.skip();
    const editor = await startTyping('profile: ');
    await screen.type('"nhs');
    await screen.text(`${suggestions}:has-text("nhsmail-2018")`);
    await screen.type('mail-2');
    await screen.press('Enter');
    const expected = 'profile: "nhsmail-2018"';
    assert.equal(await documentBecomes(editor.document, (document) => document.getText(), expected), expected);
  });

  it('hovers a cmdlet with a link to its page', async () => {
    const { document } = await newPlan(`${head}Set-WebServicesVirtualDirectory -WSSecurityAuthentication $true`);
    const line = document.lineCount - 1;
    const hovers = await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(line, 12));
    const text = hovers.flatMap(({ contents }) => contents.map((content) => content.value)).join('\n');
    assert.match(text, /learn\.microsoft\.com\/powershell\/module\/exchangepowershell\/set-webservicesvirtualdirectory/);
  });

  it('inserts a cmdlet with its mandatory parameters, indented like the block', async () => {
    const editor = await newPlan(head);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('exchangeFederation.insertCmdlet', 'New-OrganizationRelationship');
    assert.match(editor.document.getText(), /\n {6}New-OrganizationRelationship -Name .*-DomainNames /);
  });
});
