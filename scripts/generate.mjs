// Writes every generated file of the repository: `npm run generate`, or `npm run generate -- name…` for some generators.
// `--check` writes nothing and fails, naming each file that differs from what its generator would write now.
//
// A generator is one file in scripts/generators/ that exports `name` and `async generate()`, which resolves to the contents by path
// relative to the project. It reads what is committed and nothing else, so that the same commit always gives the same files.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = path.join(root, 'scripts', 'generators');
const args = process.argv.slice(2);
const check = args.includes('--check');
const wanted = args.filter((arg) => !arg.startsWith('--'));

/** Undefined where there is no such file. Git may have written CRLF on Windows; that is not a difference. */
function committed(file) {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const generators = [];
for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.mjs')).sort()) {
  const generator = await import(pathToFileURL(path.join(folder, file)).href);
  if (typeof generator.name !== 'string' || typeof generator.generate !== 'function') {
    console.error(`scripts/generators/${file} does not export "name" and "generate".`);
    process.exit(2);
  }
  generators.push(generator);
}
const unknown = wanted.filter((name) => !generators.some((generator) => generator.name === name));
if (unknown.length > 0) {
  console.error(`No generator is named "${unknown.join('" or "')}". There are: ${generators.map((generator) => generator.name).join(', ')}.`);
  process.exit(2);
}

const stale = [];
for (const generator of generators) {
  if (wanted.length > 0 && !wanted.includes(generator.name)) continue;
  for (const [relative, contents] of Object.entries(await generator.generate())) {
    const file = path.join(root, relative);
    if (committed(file) === contents) continue;
    if (check) {
      stale.push(`${relative} (generator "${generator.name}")`);
      continue;
    }
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, contents);
    console.log(`${relative} written by generator "${generator.name}".`);
  }
}
if (stale.length > 0) {
  console.error(`Not what their generators write now:\n  ${stale.join('\n  ')}\nRun "npm run generate" and commit the result.`);
  process.exit(1);
}
if (check) console.log('All generated files are current.');
