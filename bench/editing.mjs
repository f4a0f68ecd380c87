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

/** One server on one plan; milliseconds and megabytes. */
async function measure(name, text, edits) {
  const server = await startServer(servers[name]());
  const uri = 'file:///bench/plan.fedplan.yaml';
  const document = { uri };
  const at = text.indexOf('    organization: ', Math.floor(text.length / 2)) + '    organization'.length;
  const line = text.slice(0, at).split('\n').length - 1;
  const character = at - text.lastIndexOf('\n', at - 1) - 1;
  const timed = async (run) => {
    const begun = performance.now();
    await run();
    return performance.now() - begun;
  };

  const first = server.diagnostics(() => true);
  const begunOpen = performance.now();
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: name === 'fedplan' ? 'federation-plan' : 'yaml', version: 1, text } });
  await first;
  const open = performance.now() - begunOpen;
  // A server may say the rest later; it is done when it has been silent for a while.
  const settled = (await server.lastDiagnostics(Math.max(1500, 2 * open))) - begunOpen;
  const edit = [];
  const hurried = [];
  const completion = [];
  const hover = [];
  let version = 1;
  const timedEdit = (isInsert) => {
    const range = { start: { line, character }, end: { line, character: character + (isInsert ? 0 : 1) } };
    // A letter in a key makes findings, without it they go: the answer to this edit is known from others.
    const found = server.diagnostics((diagnostics) => isInsert === diagnostics.some((each) => each.range.start.line === line));
    return timed(async () => {
      server.notify('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: [{ range, text: isInsert ? 'x' : '' }] });
      await found;
    });
  };
  for (let index = 0; index < edits; index++) {
    // What a server does behind its diagnostics, as the rules of the whole plan, is done when it has been silent for the time between two key strokes.
    await server.lastDiagnostics(pause);
    edit.push(await timedEdit(index % 2 === 0));
    completion.push(await timed(() => server.request('textDocument/completion', { textDocument: document, position: { line: line + 1, character: 4 } })));
    hover.push(await timed(() => server.request('textDocument/hover', { textDocument: document, position: { line, character: 6 } })));
  }
  // The next key before the last is done with: what is late for one edit stands in the way of the next.
  for (let index = 0; index < edits; index++) hurried.push(await timedEdit((index + edits) % 2 === 0));
  const result = { start: server.started, open, 'open, all': settled, edit: percentile(edit, 0.5), 'edit p95': percentile(edit, 0.95), 'edit, hurried': percentile(hurried, 0.5), completion: percentile(completion, 0.5), hover: percentile(hover, 0.5), memory: server.memory() };
  await server.stop();
  return result;
}

export async function editing({ sizes = [50, 500, 5_000, 50_000], rounds = 3, edits = 30 } = {}) {
  if (!existsSync(peerServer)) {
    mkdirSync(peersFolder, { recursive: true });
    await npm(['install', '--prefix', peersFolder, '--no-save', '--ignore-scripts', 'yaml-language-server@2.0.0'], { cwd: peersFolder });
  }
  const rows = [];
  for (const size of sizes) {
    const text = generatePlan(size);
    const found = { fedplan: [], 'yaml-language-server': [] };
    for (let round = 0; round < rounds; round++) for (const name of Object.keys(servers)) found[name].push(await measure(name, text, size > 10_000 ? Math.min(edits, 6) : edits));
    for (const what of Object.keys(found.fedplan[0])) {
      const [ours, theirs] = Object.keys(servers).map((name) => percentile(found[name].map((each) => each[what]), 0.5));
      rows.push({ lines: size, what, ours, theirs, ratio: ours / theirs });
    }
  }
  return rows;
}
