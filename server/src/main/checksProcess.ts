/**
 * The process that runs live checks, forked by the language server, so that a probe never slows typing. It lives for many runs, speaks
 * only to its parent, and ends with it.
 */
import { runChecksPacked } from '../checks/index.ts';
import type { ChecksProcessReply, ChecksProcessRequest } from '../checks/process.ts';
import type { CheckEvent } from '../protocol/checks.ts';
import { createPorts } from '../network/index.ts';
import { gathered } from './gathered.ts';

const runs = new Map<string, AbortController>();

function reply(message: ChecksProcessReply, sent: () => void = () => undefined): void {
  // A parent that has gone needs no answer: `disconnect` ends this process, and a failed send must not do so before it.
  if (process.connected) process.send?.(message, undefined, undefined, sent);
}

async function run({ runId, request, resolvers, innerResolvers, extraCa }: Extract<ChecksProcessRequest, { kind: 'run' }>): Promise<void> {
  if (runs.has(runId)) throw new Error(`a run "${runId}" is going on already`);
  const controller = new AbortController();
  runs.set(runId, controller);
  const events = gathered<CheckEvent>((all) => reply({ kind: 'events', runId, events: all }));
  try {
    const ports = createPorts({ route: request.route, settings: request.settings, resolvers, innerResolvers, extraCa });
    const results = await runChecksPacked(request, ports, (event) => events.add(event), controller.signal);
    events.flush();
    reply({ kind: 'done', runId, results, stopped: controller.signal.aborted });
  } finally {
    events.flush();
    runs.delete(runId);
  }
}

process.on('message', (message: ChecksProcessRequest) => {
  if (message.kind === 'stop') {
    runs.get(message.runId)?.abort();
    return;
  }
  run(message).catch((error: unknown) => {
    reply({ kind: 'error', runId: message.runId, message: error instanceof Error ? error.message : String(error) });
  });
});

process.once('disconnect', () => process.exit(0));

// Ctrl-C reaches the whole group. The parent stops its runs and hangs up, and partial results must still reach it.
process.on('SIGINT', () => undefined);

// The last resort: whoever waits for a run hears why it ended. What is left of this process is not to be trusted with another one.
process.once('uncaughtException', (error: Error) => {
  let unsent = runs.size;
  const ended = (): void => {
    if (--unsent <= 0) process.exit(1);
  };
  for (const [runId, controller] of runs) {
    reply({ kind: 'error', runId, message: `The checks process met a fault: ${error.message}` }, ended);
    controller.abort();
  }
  if (unsent === 0) ended();
});
