// The packed extension: made where it is missing or out of date, unpacked where an editor takes no VSIX.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './bundle.mjs';
import { fingerprint, readStamp } from './freshness.mjs';
import { step } from './progress.mjs';
import { editorsFolder, projectRoot, vsixFile } from './projectRoot.mjs';
import { readZip } from './zipFile.mjs';

/** What .vscodeignore lets in, and itself. */
const inputs = [
  ...['.vscodeignore', 'package.json', 'language-configuration.json'],
  ...['README.md', 'CHANGELOG.md', 'LICENSE', 'THIRD-PARTY-NOTICES.md'],
  ...['dist', 'syntaxes', 'snippets', 'images', 'examples', 'docs/rules.md', 'docs/checks.md'],
];
const stampFile = path.join(editorsFolder, 'packed-from');

/** Packs the production build into exchange-federation.vsix. */
async function pack() {
  const { createVSIX } = (await import('@vscode/vsce')).default;
  rmSync(vsixFile, { force: true });
  await createVSIX({
    cwd: projectRoot,
    packagePath: vsixFile,
    dependencies: false, // All is in the bundles.
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  mkdirSync(editorsFolder, { recursive: true });
  writeFileSync(stampFile, fingerprint(inputs));
}

/** Builds and packs where the packed extension does not fit the sources; `always` does so in any case. Answers its file. */
export async function ensurePacked({ always = false } = {}) {
  const built = await ensureBuilt({ production: true });
  if (always || built || !existsSync(vsixFile) || readStamp(stampFile) !== fingerprint(inputs)) {
    await step('Packing exchange-federation.vsix', pack);
  }
  return vsixFile;
}

/** Unpacks the extension's folder of a VSIX into `folder` and answers it. */
export function unpackVsix(vsix, folder) {
  for (const [name, read] of readZip(vsix)) {
    if (!name.startsWith('extension/') || name.endsWith('/')) continue;
    const target = path.join(folder, name.slice('extension/'.length));
    if (path.relative(folder, target).startsWith('..')) throw new Error(`"${vsix}" holds "${name}", which leads out of its folder.`);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, read());
  }
  return folder;
}
