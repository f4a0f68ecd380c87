const assert = require('node:assert/strict');
const { describe, it } = require('mocha');
const vscode = require('vscode');

describe('a plan file', () => {
  it('has the language "federation-plan" and wakes the extension', async () => {
    const files = await vscode.workspace.findFiles('**/*.fedplan.yaml');
    assert.ok(files.length > 0, 'the workspace holds no *.fedplan.yaml');
    for (const file of files) {
      const document = await vscode.workspace.openTextDocument(file);
      assert.equal(document.languageId, 'federation-plan', file.path);
    }
    const extension = vscode.extensions.getExtension('exchange-federation.exchange-federation');
    assert.ok(extension, 'the extension is not installed');
    await extension.activate();
    assert.ok(extension.isActive);
  });
});
