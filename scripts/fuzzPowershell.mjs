// `node scripts/fuzzPowershell.mjs`: random and broken texts, and every prefix of every recorded one, through parser, binder, rules and completion.
//   --count N   so many random texts (200,000)      --seed S   repeats a run (its number is printed)      --prefixes N   of each Nth recorded text (1)
// Fails where something throws, where a range lies outside its text, and where one text takes longer than ten seconds of CPU time.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importTypeScript } from './lib/importTypeScript.mjs';
import { say } from './lib/progress.mjs';
import { projectRoot } from './lib/projectRoot.mjs';

const args = process.argv.slice(2);
const option = (name, otherwise) => {
  const at = args.indexOf(name);
  return at < 0 ? otherwise : Number(args[at + 1]);
};
const count = option('--count', 200_000);
const every = option('--prefixes', 1);
const seed = option('--seed', Date.now() % 1_000_000);
const read = (...names) => readFileSync(path.join(projectRoot, ...names), 'utf8');
const recorded = ['parse', 'mended', 'bind', 'static', 'complete'].flatMap((name) => read('test', 'powershell-engine', 'recorded', `${name}.jsonl`).split('\n').filter(Boolean).map((line) => JSON.parse(line).text));
const { PowershellFuzz } = await importTypeScript('test/conformance/fuzzPowershell.ts');
const fuzz = new PowershellFuzz(read('server', 'data', 'cmdletCatalogue.jsonl'), read('test', 'conformance', 'adminScripts.txt'));

const cpu = () => process.cpuUsage().user / 1e6;
let [done, slowest, failures] = [0, 0, 0];
function survive(text, offset) {
  const begun = cpu();
  try {
    fuzz.survive(text, offset);
  } catch (problem) {
    failures++;
    say(`${problem.stack}\n  in ${JSON.stringify(text)} at ${offset}`);
  }
  const took = cpu() - begun;
  slowest = Math.max(slowest, took);
  if (took > 10) {
    failures++;
    say(`${took.toFixed(1)} s: ${JSON.stringify(text).slice(0, 300)}`);
  }
  if (++done % 20_000 === 0) say(`${done} texts, ${failures} failures, the slowest ${slowest.toFixed(2)} s`);
}

say(`${count} random texts (--seed ${seed})`);
for (const { text, offset } of fuzz.random(seed, count, recorded)) survive(text, offset);
say(`${done} random texts, ${failures} failures, the slowest ${slowest.toFixed(2)} s of CPU time`);
done = 0;
for (const text of recorded.filter((_, index) => index % every === 0)) for (let end = 0; end <= text.length; end++) survive(text.slice(0, end), end);
say(`${done} prefixes of ${Math.ceil(recorded.length / every)} recorded texts, ${failures} failures in all, the slowest ${slowest.toFixed(2)} s of CPU time`);
process.exitCode = failures === 0 ? 0 : 1;
