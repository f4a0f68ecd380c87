/**
 * The process that runs live checks, forked by the language server, so that a probe never slows typing. It lives for many runs, speaks
 * only to its parent, and ends with it.
 */
import { runChecks } from '../checks/index.ts';
import type { ChecksProcessReply, ChecksProcessRequest } from '../checks/process.ts';
import { createPorts } from '../network/index.ts';

const runs = new Map<string, AbortController>();

function reply(message: ChecksProcessReply): void {
  // A parent that has gone needs no answer: `disconnect` ends this process, and a failed send must not do so before it.
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

async function run({ runId, request, resolvers, extraCa }: Extract<ChecksProcessRequest, { kind: 'run' }>): Promise<void> {
  if (runs.has(runId)) throw new Error(`a run "${runId}" is going on already`);
  const controller = new AbortController();
  runs.set(runId, controller);
  try {
    const ports = createPorts({ route: request.route, settings: request.settings, resolvers, extraCa });
    const results = await runChecks(request, ports, (event) => reply({ kind: 'event', runId, event }), controller.signal);
    reply({ kind: 'done', runId, results, stopped: controller.signal.aborted });
  } finally {
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
