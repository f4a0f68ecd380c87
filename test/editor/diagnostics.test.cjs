const assert = require('node:assert/strict');
const { describe, it } = require('mocha');
const vscode = require('vscode');
const { codeOf, diagnostics, newPlan, openPlan } = require('./plans.cjs');

describe('diagnostics', () => {
  it('show what is wrong with a faulty plan, with code and source', async () => {
    const { document } = await openPlan('faulty/facts.fedplan.yaml');
    const found = await diagnostics(document.uri, (codes) => codes.includes('trust/proof-shape'));
    const codes = found.map(codeOf);
    for (const code of ['exchange/too-old', 'proxy/mismatch', 'relationship/service-domain-missing']) assert.ok(codes.includes(code), `${code} is not among ${codes.join(', ')}`);
    assert.deepEqual([...new Set(found.map(({ source }) => source))], ['Federation Plan']);
  });

  it('follow a quick fix: the finding goes', async () => {
    const { document } = await newPlan('federationPlan: 1\ntitel: x\norganizations:\n  a: { acceptedDomains: [a.example] }\n');
    const [finding] = await diagnostics(document.uri, (codes) => codes.includes('plan/unknown-key'));
    const actions = await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, finding.range);
    const fix = actions.find(({ title }) => title === 'Change to "title"');
    assert.ok(fix, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(fix.edit);
    await diagnostics(document.uri, (codes) => codes.length === 0);
    assert.match(document.getText(), /^title: x$/m);
  });

  it('say nothing of a good plan', async () => {
    const { document } = await openPlan('practice/healthy.fedplan.yaml');
    // The faulty copy proves that the server has looked; the good text after it must leave nothing.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'titel: x\n');
    await vscode.workspace.applyEdit(edit);
    await diagnostics(document.uri, (codes) => codes.includes('plan/unknown-key'));
    await vscode.commands.executeCommand('undo');
    await diagnostics(document.uri, (codes) => codes.length === 0);
  });
});
