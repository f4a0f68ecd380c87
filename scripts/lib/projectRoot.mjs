import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of `package.json`. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where downloaded editors and the editors' own data live; in no commit. */
export const editorsFolder = path.join(projectRoot, '.vscode-test');

/** The packed extension. */
export const vsixFile = path.join(projectRoot, 'exchange-federation.vsix');
