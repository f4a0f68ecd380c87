// Editing a plan, beside yaml-language-server with the plan's own schema: spawn, open, one-character edits, completion, hover, memory.
// The two are measured by turns, so that a busy machine is busy for both.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { npm } from '../scripts/lib/npm.mjs';
import { projectRoot } from '../scripts/lib/projectRoot.mjs';
import { startServer } from './languageClient.mjs';
import { generatePlan } from './plan.mjs';

const peersFolder = path.join(projectRoot, '.vscode-test', 'peers');
const peerServer = path.join(peersFolder, 'node_modules', 'yaml-language-server', 'bin', 'yaml-language-server');
const schema = path.join(projectRoot, 'dist', 'data', 'plan.schema.json');

const servers = {
  // With the option that the extension starts it with.
  fedplan: () => ({ command: process.execPath, args: ['--max-semi-space-size=4', path.join(projectRoot, 'dist', 'server.cjs'), '--stdio'] }),
  'yaml-language-server': () => ({
    command: process.execPath,
    args: ['--require', path.join(projectRoot, 'bench', 'zeroTimers.cjs'), peerServer, '--stdio'],
    settings: { yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false }, maxItemsComputed: 5000, schemas: { [`file://${schema}`]: '*.yaml' } } },
  }),
};

const percentile = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

/** Milliseconds between two key strokes of somebody who types quickly. */
const pause = 120;

/** What one server needs for one plan, in milliseconds and megabytes; of edits each. "server" is its main thread's time on a processor, "CPU" that of all its threads. */
async function measure(name, text, edits) {
  const server = await startServer(servers[name]());
  const uri = 'file:///bench/plan.fedplan.yaml';
  const document = { uri };
  const at = text.indexOf('    organization: ', Math.floor(text.length / 2)) + '    organization'.length;
  const line = text.slice(0, at).split('\n').length - 1;
  const character = at - text.lastIndexOf('\n', at - 1) - 1;
  const found = { start: [server.started], 'start, CPU': [server.processorTime()?.all] };
  const add = (what, value) => void (found[what] ??= []).push(value);
  /** Runs and notes the time, by the clock and on the processor. */
  const timed = async (what, run) => {
    const begun = performance.now();
    const before = server.processorTime();
    await run();
    const took = performance.now() - begun;
    const after = server.processorTime();
    add(what, took);
    return { took, server: after?.main - before?.main, cpu: after?.all - before?.all };
  };

  const begunOpen = performance.now();
  const opening = await timed('open', async () => {
    const first = server.diagnostics(() => true);
    server.notify('textDocument/didOpen', { textDocument: { uri, languageId: name === 'fedplan' ? 'federation-plan' : 'yaml', version: 1, text } });
    await first;
  });
  add('open, server', opening.server);
  add('open, CPU', opening.cpu);
  // A server may say the rest later; it is done when it has been silent for a while.
  add('open, all', (await server.lastDiagnostics(1000)) - begunOpen);
  let version = 1;
  const edit = async (isInsert) => {
    const range = { start: { line, character }, end: { line, character: character + (isInsert ? 0 : 1) } };
    // A letter in a key makes findings, without it they go: the answer to this edit is known from others.
    const answer = server.diagnostics((diagnostics) => isInsert === diagnostics.some((each) => each.range.start.line === line));
    server.notify('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: [{ range, text: isInsert ? 'x' : '' }] });
    await answer;
  };
  for (let index = 0; index < edits; index++) {
    // What a server does behind its diagnostics, as the rules of the whole plan, is done when it has been silent for the time between two key strokes.
    await server.lastDiagnostics(pause);
    const edited = await timed('edit', () => edit(index % 2 === 0));
    const completed = await timed('completion', () => server.request('textDocument/completion', { textDocument: document, position: { line: line + 1, character: 4 } }));
    add('edit, server', edited.server);
    add('edit + completion', edited.took + completed.took);
    add('edit + completion, server', edited.server + completed.server);
    await timed('hover', () => server.request('textDocument/hover', { textDocument: document, position: { line, character: 6 } }));
  }
  // The next key before the last is done with: what is late for one edit stands in the way of the next.
  for (let index = 0; index < edits; index++) await timed('edit, hurried', () => edit((index + edits) % 2 === 0));
  add('memory', server.memory());
  await server.stop();
  return found;
}

/** A row for the median of what was measured, and of edits one for the 95th percentile. */
const rowsOf = (what) => [{ what, share: 0.5 }, ...(what.startsWith('edit') && what !== 'edit, hurried' ? [{ what: `${what}, p95`, share: 0.95 }] : [])];

export async function editing({ sizes = [50, 500, 5_000, 50_000], rounds = 3, edits = 30 } = {}) {
  if (!existsSync(peerServer)) {
    mkdirSync(peersFolder, { recursive: true });
    await npm(['install', '--prefix', peersFolder, '--no-save', '--ignore-scripts', 'yaml-language-server@2.0.0'], { cwd: peersFolder });
  }
  const rows = [];
  for (const size of sizes) {
    const text = generatePlan(size);
    const found = { fedplan: {}, 'yaml-language-server': {} };
    // Of a plan that is this long one round takes minutes.
    const isLong = size > 10_000;
    for (let round = 0; round < (isLong ? 1 : rounds); round++) {
      for (const name of Object.keys(servers)) {
        for (const [what, values] of Object.entries(await measure(name, text, isLong ? Math.min(edits, 10) : edits))) (found[name][what] ??= []).push(...values);
      }
    }
    for (const measured of Object.keys(found.fedplan)) {
      for (const { what, share } of rowsOf(measured)) {
        const [ours, theirs] = Object.keys(servers).map((name) => percentile(found[name][measured], share));
        if (!Number.isNaN(ours)) rows.push({ lines: size, what, ours, theirs, ratio: ours / theirs });
      }
    }
  }
  return rows;
}
