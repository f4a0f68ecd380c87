import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ChecksOutcome, ChecksRun, ChecksRunner } from '../adapter/environment.ts';
import type { ChecksProcessReply, ChecksProcessRequest } from '../checks/process.ts';
import { unpackResults } from '../checks/index.ts';
import type { CheckEvent, CheckRequest } from '../protocol/checks.ts';

interface Waiting {
  readonly subjects: CheckRequest['subjects'];
  onEvents(events: readonly CheckEvent[]): void;
  resolve(outcome: ChecksOutcome): void;
  reject(error: Error): void;
}

/** Runs checks in a child process, started with the first run and again if it should die. `checks.cjs` lies beside the bundle. */
export function forkedChecks(): ChecksRunner {
  const waiting = new Map<string, Waiting>();
  let child: ChildProcess | undefined;

  function process(): ChildProcess {
    if (child !== undefined) return child;
    const started = fork(path.join(__dirname, 'checks.cjs'), [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
    started.on('message', (message) => answer(message as ChecksProcessReply));
    const ended = (reason: string): void => {
      if (child === started) child = undefined;
      for (const [runId, run] of waiting) {
        waiting.delete(runId);
        run.reject(new Error(`The checks process ended: ${reason}. Run the checks again.`));
      }
    };
    started.once('exit', (code, signal) => ended(signal ?? `exit code ${code ?? '?'}`));
    started.once('error', (error) => ended(error.message));
    child = started;
    return started;
  }

  function answer(message: ChecksProcessReply): void {
    const run = waiting.get(message.runId);
    if (run === undefined) return;
    if (message.kind === 'events') {
      run.onEvents(message.events);
      return;
    }
    waiting.delete(message.runId);
    if (message.kind === 'done') run.resolve({ stopped: message.stopped, results: (carried) => unpackResults(message.results, run.subjects, carried) });
    else run.reject(new Error(message.message));
  }

  return {
    run: ({ runId, request, resolvers, innerResolvers, extraCaFile }: ChecksRun, onEvents) =>
      new Promise((resolve, reject) => {
        if (waiting.has(runId)) throw new Error('A run with this id is under way. Each run needs an id of its own.');
        const extraCa = extraCaFile === '' ? '' : certificates(extraCaFile);
        waiting.set(runId, { subjects: request.subjects, onEvents, resolve, reject });
        const message: ChecksProcessRequest = { kind: 'run', runId, request, resolvers, innerResolvers, extraCa };
        process().send(message);
      }),
    stop: (runId) => {
      const message: ChecksProcessRequest = { kind: 'stop', runId };
      if (waiting.has(runId)) child?.send(message);
    },
    dispose: () => {
      child?.disconnect();
      child = undefined;
    },
  };
}

/** A file that cannot be read is said by the setting's name; leaving it out would make good certificates look bad. */
function certificates(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`"${file}", the file of the setting "exchangeFederation.checks.extraCaFile", cannot be read: ${(error as Error).message}. Correct or empty the setting.`, { cause: error });
  }
}
