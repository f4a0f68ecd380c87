// Plans in the editor of the suite: opening them and waiting for what the extension says of them. Nothing sleeps.
const vscode = require('vscode');

/** Opens a plan of the workspace (which is a copy of `examples`) by its path. */
exports.openPlan = async (relative) => {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, ...relative.split('/'));
  const editor = await vscode.window.showTextDocument(uri);
  return editor;
};

/** An untitled plan with this text. */
const newPlan = async (content) => vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'federation-plan', content }));
exports.newPlan = newPlan;

/**
 * A plan with the keyboard in it and the cursor at `place`, by default at its end. The server is up as soon as it answers; what is typed before
 * would be asked of nobody.
 */
exports.startTyping = async (text, place) => {
  const editor = await newPlan(text);
  const at = place ?? editor.document.lineAt(editor.document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(at, at);
  await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', editor.document.uri, at);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  return editor;
};

/** With its help page a code is an object. */
const codeOf = ({ code }) => code?.value ?? code;
exports.codeOf = codeOf;

/** A document's diagnostics, as soon as their codes fit. */
exports.diagnostics = (uri, fits) =>
  new Promise((resolve) => {
    let subscription;
    const look = () => {
      const found = vscode.languages.getDiagnostics(uri);
      if (!fits(found.map(codeOf))) return;
      subscription?.dispose();
      resolve(found);
    };
    subscription = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });

/**
 * What `read` makes of a document, as soon as it is `expected` (at the latest after 10 s, as it is then). The window is ahead of the extension host: what the
 * screen shows already reaches this side's document one message later.
 */
exports.documentBecomes = (document, read, expected) =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(limit);
      subscription.dispose();
      resolve(read(document));
    };
    const look = () => {
      if (read(document) === expected) end();
    };
    const limit = setTimeout(end, 10_000);
    const subscription = vscode.workspace.onDidChangeTextDocument(look);
    look();
  });
