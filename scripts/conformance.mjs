// `node scripts/conformance.mjs`: how far our PowerShell parser, binder and completion agree with PowerShell's own engine, on recorded answers and, where
// `dotnet` is on this machine, on fresh texts that the engine is asked about live. Fails where too little agrees.
//   --fresh N   so many fresh texts of each operation (4,000)      --seed S   repeats a run (its number is printed)      --show N   so many disagreements (10)
//   --only parse|bind|static|complete   one of the operations
//   --answer    reads requests from standard input and writes our own answers, one JSON object a line (test/powershell-engine/README.md)
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { importTypeScript } from './lib/importTypeScript.mjs';
import { runProcess } from './lib/processes.mjs';
import { say, step } from './lib/progress.mjs';
import { projectRoot } from './lib/projectRoot.mjs';

const args = process.argv.slice(2);
const option = (name, otherwise) => {
  const at = args.indexOf(name);
  return at < 0 ? otherwise : Number(args[at + 1]);
};
const show = option('--show', 10);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
const fresh = option('--fresh', 4000);
const seed = option('--seed', Date.now() % 1_000_000);
const engineFolder = path.join(projectRoot, 'test', 'powershell-engine');
const cmdletFacts = path.join(projectRoot, 'server', 'data', 'sources', 'cmdlets.json');
const engineOutput = path.join(projectRoot, 'out', 'powershell-engine', 'bin');

const { accusations, agreement, answerer, freshRequests } = await importTypeScript('test/conformance/index.ts');
const catalogue = readFileSync(path.join(projectRoot, 'server', 'data', 'cmdletCatalogue.jsonl'), 'utf8');
const grammar = readFileSync(path.join(projectRoot, 'test', 'conformance', 'adminScripts.txt'), 'utf8');
const answer = answerer(catalogue);
/** The operations that are compared, each with its recorded answers. */
const operations = ['parse', 'bind', 'static', 'complete'].filter((op) => only === undefined || op === only);
const readJsonLines = (text) => text.split('\n').filter(Boolean).map((line) => JSON.parse(line));

if (args.includes('--answer')) await answerAll();
else process.exitCode = (await compareAll()) ? 0 : 1;

async function answerAll() {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line !== '' && !process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

async function compareAll() {
  let enough = true;
  for (const op of operations) {
    const recorded = readJsonLines(readFileSync(path.join(engineFolder, 'recorded', `${op}.jsonl`), 'utf8'));
    enough = report(op, `Recorded answers to "${op}" (${recorded.length})`, recorded, recorded, false) && enough;
  }
  if (!(await hasDotnet())) {
    say('Fresh texts: not asked, since "dotnet" is not on this machine; the recorded answers stand for them.');
    return enough;
  }
  await step('Building test/powershell-engine', buildEngine);
  for (const op of operations) {
    // The engine takes a hundred times as long for a completion as for a text to parse.
    const requests = freshRequests(op, op === 'complete' ? Math.ceil(fresh / 20) : fresh, seed, catalogue, grammar);
    const answers = await step(`Asking PowerShell's engine "${op}" of ${requests.length} fresh texts (--seed ${seed})`, () => askEngine(requests));
    enough = report(op, `Fresh texts, "${op}" (--seed ${seed})`, requests, answers, true) && enough;
    enough = reportAccusations(op, requests, answers) && enough;
  }
  return enough;
}

function report(op, title, requests, answers, sampled) {
  const { lines, enough, disagreements } = agreement(op, requests, answers, answer, sampled);
  const asked = new Map(requests.map((request) => [request.id, request]));
  say(`\n${title}`);
  for (const line of lines) say(`  ${line}`);
  for (const { row, id, why } of disagreements.slice(0, show)) {
    const { text, on } = asked.get(id);
    say(`  ${id} · ${row} · ${why}\n    ${JSON.stringify(text).slice(0, 300)}${on ? ` on ${on}` : ''}`);
  }
  return enough;
}

/** What a plan's findings accuse although PowerShell accepts it: one is too much. */
function reportAccusations(op, requests, answers) {
  const { accepted, accused } = accusations(op, requests, answers, catalogue);
  if (accepted === 0) return true;
  say(`  false accusations      ${String(accused.length).padStart(7)} in ${accepted} scripts that PowerShell accepts`);
  for (const { id, text, finding } of accused.slice(0, show)) say(`  ${id} · ${finding}\n    ${JSON.stringify(text).slice(0, 300)}`);
  return accused.length === 0;
}

async function hasDotnet() {
  try {
    return (await runProcess('dotnet', ['--version'])).code === 0;
  } catch {
    return false;
  }
}

async function buildEngine() {
  const { code, output } = await runProcess('dotnet', ['build', engineFolder, '-c', 'Release', '-o', engineOutput, '-v', 'q', '--nologo']);
  if (code !== 0) throw new Error(`The engine does not build:\n${output}`);
}

async function askEngine(requests) {
  const child = spawn('dotnet', [path.join(engineOutput, 'powershell-engine.dll'), '--cmdlets', cmdletFacts], { stdio: ['pipe', 'pipe', 'inherit'], windowsHide: true });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const ended = new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  child.stdin.end(requests.map((request) => `${JSON.stringify(request)}\n`).join(''));
  await ended;
  const answers = readJsonLines(output);
  if (answers.length !== requests.length) throw new Error(`The engine answered ${answers.length} of ${requests.length} requests.`);
  return answers;
}
