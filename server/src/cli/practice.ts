/** `fedplan practice`: starts the practice partner, says how to reach it, or runs one command against it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { scenarios, startPracticePartner, type Scenario } from '../../../practice/src/index.ts';
import type { Route } from '../protocol/route.ts';
import { didYouMean } from '../service/spelling.ts';
import { howToReach } from './practiceHelp.ts';

export interface PracticeIo {
  stdout(text: string): void;
  stderr(text: string): void;
  /** Ends a running practice partner; Ctrl-C in the command line. */
  readonly signal: AbortSignal;
  /** The folder that holds `examples`. */
  readonly projectRoot: string;
  /** With `--json` its end ends the partner, so that it never outlives the program that started it. Default: the process's own. */
  readonly stdin?: Readable;
}

export const practiceUsage = `fedplan practice --list
fedplan practice --scenario NAME [--json]
fedplan practice --scenario NAME -- COMMAND [ARGUMENT…]    "@plan" among the arguments is the scenario's example plan`;

/** Resolves to the exit code: 0, or the forwarded command's own; 2 for wrong usage or a command that cannot be started. */
export async function practiceCommand(args: readonly string[], io: PracticeIo): Promise<number> {
  const wanted = readArguments(args);
  switch (wanted.kind) {
    case 'wrong':
      io.stderr(`${wanted.reason}\nUsage:\n${practiceUsage.replace(/^/gm, '  ')}\n`);
      return 2;
    case 'list':
      io.stdout(scenarios.map(({ name, plan, title }) => `${name}\t${plan}\t${title}\n`).join(''));
      return 0;
    case 'run':
      return runScenario(wanted, io);
  }
}

interface Run {
  readonly kind: 'run';
  readonly scenario: Scenario;
  readonly json: boolean;
  readonly command: readonly string[];
}

type Wanted = Run | { readonly kind: 'list' } | { readonly kind: 'wrong'; readonly reason: string };

function readArguments(args: readonly string[]): Wanted {
  const separator = args.indexOf('--');
  const own = separator < 0 ? args : args.slice(0, separator);
  const command = separator < 0 ? [] : args.slice(separator + 1);
  const wrong = (reason: string): Wanted => ({ kind: 'wrong', reason });
  let name: string | undefined;
  let list = false;
  let json = false;
  const rest = [...own];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '--list') list = true;
    else if (argument === '--json') json = true;
    else if (argument === '--scenario' && rest.length === 0) return wrong('"--scenario" needs a name behind it. "fedplan practice --list" shows them.');
    else if (argument === '--scenario') name = rest.shift();
    else if (argument.startsWith('--scenario=')) name = argument.slice('--scenario='.length);
    else return wrong(`"${argument}" is not known to "fedplan practice".`);
  }
  if (list) return { kind: 'list' };
  if (name === undefined) return wrong('No scenario was named. "fedplan practice --list" shows them.');
  const scenario = scenarios.find((each) => each.name === name);
  const meant = didYouMean(name, scenarios.map((each) => each.name));
  if (!scenario) return wrong(`There is no scenario "${name}". ${meant === undefined ? '"fedplan practice --list" shows all.' : `Did you mean "${meant}"?`}`);
  if (separator >= 0 && command.length === 0) return wrong('After "--" a command is expected, for instance: fedplan check @plan');
  if (json && command.length > 0) return wrong('"--json" and a command exclude each other.');
  return { kind: 'run', scenario, json, command };
}

async function runScenario({ scenario, json, command }: Run, io: PracticeIo): Promise<number> {
  const partner = await startPracticePartner(scenario);
  const plan = path.join(io.projectRoot, 'examples', ...scenario.plan.split('/'));
  try {
    if (command.length > 0) return await runCommand(command, plan, partner.route, io);
    if (json) {
      io.stdout(`${JSON.stringify({ scenario: scenario.name, plan, route: partner.route })}\n`);
      await endOf(io.signal, io.stdin ?? process.stdin);
    } else {
      await explainUntilStopped(scenario, plan, partner.route, io);
    }
    return 0;
  } finally {
    await partner.stop();
  }
}

/** curl and openssl read an authority from a file only; it goes away with the partner. */
async function explainUntilStopped(scenario: Scenario, plan: string, route: Route, io: PracticeIo): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'fedplan-practice-'));
  try {
    const caFile = path.join(folder, 'ca.pem');
    await writeFile(caFile, route.ca ?? '');
    io.stdout(howToReach(scenario, plan, route, caFile));
    await endOf(io.signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Resolves with the abort, or with the end of the stream where one is given. */
async function endOf(signal: AbortSignal, stream?: Readable): Promise<void> {
  if (signal.aborted || stream?.readableEnded) return;
  const aborted = once(signal, 'abort');
  if (!stream) {
    await aborted;
    return;
  }
  const over = new Promise<void>((resolve) => {
    for (const event of ['end', 'close', 'error']) stream.once(event, () => resolve());
  });
  stream.resume();
  await Promise.race([aborted, over]);
  stream.pause();
}

async function runCommand(command: readonly string[], plan: string, route: Route, io: PracticeIo): Promise<number> {
  const [program = '', ...args] = command.map((argument) => (argument === '@plan' ? plan : argument));
  const self = process.argv[1];
  // Our own command line runs on the Node that runs us: "fedplan" need not be in the path, and on Windows it is a batch file.
  const [file, fileArgs] = program === 'fedplan' && self !== undefined ? [process.execPath, [self, ...args]] : [program, args];
  const child = spawn(file, fileArgs, { stdio: 'inherit', shell: false, env: { ...process.env, FEDPLAN_ROUTE: JSON.stringify(route) } });
  const stop = (): void => {
    child.kill();
  };
  io.signal.addEventListener('abort', stop, { once: true });
  if (io.signal.aborted) stop();
  try {
    return await new Promise<number>((resolve) => {
      child.once('error', (error) => {
        io.stderr(`The command "${program}" could not be started: ${error.message}. `);
        io.stderr('It is run without a shell: name a program, not a script or an alias.\n');
        resolve(2);
      });
      child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? os.constants.signals[signal] : 0)));
    });
  } finally {
    io.signal.removeEventListener('abort', stop);
  }
}
