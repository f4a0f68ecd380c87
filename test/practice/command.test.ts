import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import test from 'node:test';
import { scenarios } from '../../practice/src/index.ts';
import { practiceCommand, type PracticeIo } from '../../server/src/cli/practice.ts';
import type { Route } from '../../server/src/protocol/route.ts';
import { ask, portBehind } from './askPartner.ts';

declare const __projectRoot: string;

interface Terminal extends PracticeIo {
  readonly out: () => string;
  readonly err: () => string;
  readonly printed: Promise<void>;
  stop(): void;
}

function terminal(stdin?: PassThrough): Terminal {
  const controller = new AbortController();
  const texts = { out: '', err: '' };
  let print: () => void = () => undefined;
  const printed = new Promise<void>((resolve) => (print = resolve));
  return {
    stdout(text) {
      texts.out += text;
      print();
    },
    stderr: (text) => void (texts.err += text),
    signal: controller.signal,
    projectRoot: __projectRoot,
    ...(stdin ? { stdin } : {}),
    out: () => texts.out,
    err: () => texts.err,
    printed,
    stop: () => controller.abort(),
  };
}

test('--list prints name, plan and title of each scenario, a line each', async () => {
  const io = terminal();
  assert.equal(await practiceCommand(['--list'], io), 0);
  const lines = io.out().split('\n');
  assert.equal(lines.pop(), '');
  assert.equal(lines.length, scenarios.length);
  assert.deepEqual(lines[0]?.split('\t'), ['healthy', 'practice/healthy.fedplan.yaml', scenarios[0]?.title]);
  for (const line of lines) assert.equal(line.split('\t').length, 3);
});

const wrongUses: [args: string[], message: RegExp][] = [
  [[], /No scenario was named/],
  [['--scenario'], /"--scenario" needs a name behind it/],
  [['--scenario', 'helthy'], /Did you mean "healthy"\?/],
  [['--scenario', 'sunny'], /There is no scenario "sunny"\. "fedplan practice --list" shows all/],
  [['--scenario=healthy', '--'], /After "--" a command is expected/],
  [['--scenario', 'healthy', '--json', '--', 'fedplan'], /exclude each other/],
  [['--scenery', 'healthy'], /"--scenery" is not known/],
];
for (const [args, message] of wrongUses) {
  test(`"practice ${args.join(' ')}" is wrong usage`, async () => {
    const io = terminal();
    assert.equal(await practiceCommand(args, io), 2);
    assert.match(io.err(), message);
    assert.match(io.err(), /^Usage:/m);
    assert.equal(io.out(), '');
  });
}

test('a running partner says how to reach it, until it is stopped', async () => {
  const io = terminal();
  const over = practiceCommand(['--scenario', 'healthy'], io);
  await io.printed;
  assert.match(io.out(), /^ {2}dig @127\.0\.0\.1 -p \d+ autodiscover\.battlecalfed1\.example$/m);
  const route = JSON.parse(/^\{.*\}$/m.exec(io.out())?.[0] ?? '') as Route;
  const port = portBehind(route, '192.0.2.10:443');
  assert.ok(io.out().includes(`--connect-to autodiscover.battlecalfed1.example:443:127.0.0.1:${port} `));
  const caFile = /--cacert "([^"]+)"/.exec(io.out())?.[1];
  assert.ok(caFile !== undefined && existsSync(caFile));
  assert.equal((await ask(route, 'https://mail.battlecalfed1.example/EWS/Exchange.asmx')).status, 401);
  io.stop();
  assert.equal(await over, 0);
  assert.ok(!existsSync(caFile));
});

for (const ending of ['the end of its input', 'an abort'] as const) {
  test(`--json prints one line and ends with ${ending}`, async () => {
    const stdin = new PassThrough();
    const io = terminal(stdin);
    const over = practiceCommand(['--scenario', 'not-federated', '--json'], io);
    await io.printed;
    assert.match(io.out(), /^[^\n]+\n$/);
    const told = JSON.parse(io.out()) as { scenario: string; plan: string; route: Route };
    assert.equal(told.scenario, 'not-federated');
    assert.ok(path.isAbsolute(told.plan) && existsSync(told.plan));
    assert.equal(told.route.name, 'practice partner "not-federated"');
    if (ending === 'an abort') io.stop();
    else stdin.end();
    assert.equal(await over, 0);
  });
}

test('a command runs against the partner and its exit code is ours', async () => {
  const script = `
    const route = JSON.parse(process.env.FEDPLAN_ROUTE);
    process.exit(route.name.includes('healthy') && require('node:fs').readFileSync(process.argv[1], 'utf8').includes('federationPlan: 1') ? 42 : 1)`;
  assert.equal(await practiceCommand(['--scenario', 'healthy', '--', process.execPath, '-e', script, '@plan'], terminal()), 42);
});

test('"fedplan" as the command is this very program', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'fedplan-test-'));
  const [, self] = process.argv;
  try {
    const program = path.join(folder, 'program.cjs');
    await writeFile(program, "process.exit(process.argv[2] === 'check' && require('node:path').isAbsolute(process.argv[3]) ? 3 : 9)");
    process.argv[1] = program;
    assert.equal(await practiceCommand(['--scenario=healthy', '--', 'fedplan', 'check', '@plan'], terminal()), 3);
  } finally {
    if (self !== undefined) process.argv[1] = self;
    await rm(folder, { recursive: true, force: true });
  }
});

test('a command that does not exist is told, with exit code 2', async () => {
  const io = terminal();
  assert.equal(await practiceCommand(['--scenario', 'healthy', '--', 'no-such-program-here'], io), 2);
  assert.match(io.err(), /"no-such-program-here" could not be started/);
});

test('stopping stops the command too', async () => {
  const io = terminal();
  const over = practiceCommand(['--scenario', 'healthy', '--', process.execPath, '-e', 'setInterval(() => {}, 1000)'], io);
  io.stop();
  assert.notEqual(await over, 0);
});
