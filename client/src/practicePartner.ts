import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { Route } from '../../server/src/protocol/route.ts';

export interface PracticeScenario {
  readonly name: string;
  readonly title: string;
  /** The example plan, relative to the folder `examples`. */
  readonly plan: string;
}

/** The practice partner: a process of its own on loopback that answers as both organizations. */
export interface PracticePartner {
  /** The scenario that runs, and the route to it. */
  readonly running: { readonly scenario: string; readonly route: Route } | undefined;
  readonly onChange: vscode.Event<void>;
  scenarios(): Promise<readonly PracticeScenario[]>;
  /** Starts a scenario; one that runs already ends first. */
  start(scenario: string): Promise<void>;
  stop(): void;
}

export function practicePartner(context: vscode.ExtensionContext): PracticePartner {
  const program = vscode.Uri.joinPath(context.extensionUri, 'dist', 'fedplan.cjs').fsPath;
  // The editor's own executable is a Node when it is told so; users need none of their own.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const changes = new vscode.EventEmitter<void>();
  let child: ChildProcess | undefined;
  let running: PracticePartner['running'];

  function stop(): void {
    child?.kill();
    child = undefined;
    if (running === undefined) return;
    running = undefined;
    changes.fire();
  }

  context.subscriptions.push(changes, { dispose: stop });
  return {
    get running() {
      return running;
    },
    onChange: changes.event,
    async scenarios() {
      const { stdout } = await promisify(execFile)(process.execPath, [program, 'practice', '--list'], { env });
      return stdout
        .split(/\r?\n/)
        .filter((line) => line !== '')
        .map((line) => {
          const [name = '', plan = '', title = ''] = line.split('\t');
          return { name, plan, title };
        });
    },
    async start(scenario) {
      stop();
      // Its standard input stays open as long as the editor lives: when it ends, the partner ends.
      const started = spawn(process.execPath, [program, 'practice', '--scenario', scenario, '--json'], { env, stdio: ['pipe', 'pipe', 'pipe'] });
      child = started;
      const { route } = await firstLine(started);
      running = { scenario, route };
      started.once('exit', () => {
        if (child === started) stop();
      });
      changes.fire();
    },
    stop,
  };
}

function firstLine(child: ChildProcess): Promise<{ route: Route }> {
  return new Promise((resolve, reject) => {
    let out = '';
    let errors = '';
    child.stderr?.on('data', (data: Buffer) => (errors += data.toString()));
    child.stdout?.on('data', (data: Buffer) => {
      out += data.toString();
      const end = out.indexOf('\n');
      if (end < 0) return;
      try {
        resolve(JSON.parse(out.slice(0, end)) as { route: Route });
      } catch {
        reject(new Error(`The practice partner answered with something else than its route: "${out.slice(0, 80)}".`));
      }
    });
    child.once('error', (error) => reject(new Error(`The practice partner could not be started: ${error.message}.`)));
    child.once('exit', (code) => reject(new Error(`The practice partner ended before it was ready (exit code ${code ?? '?'}). ${errors.trim()}`)));
  });
}
