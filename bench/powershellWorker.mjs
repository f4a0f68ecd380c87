// One measurement in a process of its own: `node powershellWorker.mjs ours|peer FOLDER BLOCK CATALOGUE`; prints milliseconds of CPU, and megabytes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [who, folder, blockFile, catalogueFile] = process.argv.slice(2);
const block = readFileSync(blockFile, 'utf8');
const megabyte = block.repeat(Math.ceil(1_000_000 / block.length));
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const timed = async (task) => {
  const begun = cpu();
  await task();
  return cpu() - begun;
};
const warm = async (task, times) => {
  const all = [];
  for (let index = 0; index < times; index++) all.push(await timed(task));
  return all.sort((a, b) => a - b)[times >> 1];
};

const found = who === 'ours' ? await ours() : await peer();
console.log(JSON.stringify(found));

async function ours() {
  const { openCatalogue, bindScript, parseScript } = await import(pathToFileURL(path.join(folder, 'powershell.mjs')).href);
  const file = readFileSync(catalogueFile, 'utf8');
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;
  let catalogue;
  const ready = await timed(() => void (catalogue = openCatalogue(file)));
  globalThis.gc?.();
  const memory = (process.memoryUsage().heapUsed - heap + Buffer.byteLength(file)) / 1e6;
  const all = () => void bindScript(parseScript(block).tree, catalogue, { version: '2016' });
  const cold = await timed(all);
  const firstMegabyte = await timed(() => void parseScript(megabyte));
  for (let index = 0; index < 300; index++) all();
  const inTens = () => { for (let index = 0; index < 10; index++) all(); };
  return { cold, warm: (await warm(inTens, 15)) / 10, 'cold, 1 MB': firstMegabyte, 'warm, 1 MB': await warm(() => void parseScript(megabyte), 5), ready, memory };
}

/** Parsing only: it knows no cmdlets. Its start is part of "cold", since nothing is parsed before it. */
async function peer() {
  const require = createRequire(path.join(folder, 'package.json'));
  const { Parser, Language } = require('web-tree-sitter');
  const grammar = path.join(path.dirname(require.resolve('tree-sitter-pwsh/package.json')), 'tree-sitter-powershell.wasm');
  let parser;
  const parse = (text) => parser.parse(text).delete();
  const cold = await timed(async () => {
    await Parser.init();
    parser = new Parser();
    parser.setLanguage(await Language.load(grammar));
    parse(block);
  });
  const firstMegabyte = await timed(() => parse(megabyte));
  for (let index = 0; index < 300; index++) parse(block);
  const inTens = () => { for (let index = 0; index < 10; index++) parse(block); };
  return { cold, warm: (await warm(inTens, 15)) / 10, 'cold, 1 MB': firstMegabyte, 'warm, 1 MB': await warm(() => parse(megabyte), 5) };
}
