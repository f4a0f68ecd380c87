// `npm run bench`: measures; asserts nothing. `npm run bench -- --sizes 50,500 --rounds 1 --edits 10`.
import { ensureDependencies } from '../scripts/lib/dependencies.mjs';

const args = process.argv.slice(2);
const option = (name) => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? undefined : args[at + 1];
};

await ensureDependencies();
const { ensureBuilt } = await import('../scripts/lib/bundle.mjs');
await ensureBuilt({ production: true });
const { editing } = await import('./editing.mjs');
const rows = await editing({
  ...(option('sizes') ? { sizes: option('sizes').split(',').map(Number) } : {}),
  ...(option('rounds') ? { rounds: Number(option('rounds')) } : {}),
  ...(option('edits') ? { edits: Number(option('edits')) } : {}),
});
console.log('lines   what         fedplan  yaml-language-server  ratio   (ms; memory in MB)');
for (const { lines, what, ours, theirs, ratio } of rows) console.log(`${String(lines).padStart(5)}   ${what.padEnd(11)} ${ours.toFixed(1).padStart(8)} ${theirs.toFixed(1).padStart(21)} ${ratio.toFixed(2).padStart(6)}`);
