// A small client of a language server on stdio, for measuring: it knows when each answer came.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const threadFile = (pid, thread, name) => readFileSync(`/proc/${pid}/task/${thread}/${name}`, 'utf8');

/** Milliseconds for which a process has had a processor: its main thread, and all its threads that live. Undefined where there is no /proc. */
function processorTime(pid) {
  const ofThread = (thread) => {
    try {
      return Number(threadFile(pid, thread, 'schedstat').split(' ')[0]) / 1e6;
    } catch {
      // The thread has ended.
      return 0;
    }
  };
  try {
    return { main: ofThread(pid), all: readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + ofThread(thread), 0) };
  } catch {
    return undefined;
  }
}

function peakMemory(pid) {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

/** True where the main thread works, or waits for a processor. */
function isRunning(pid) {
  try {
    return /\) R /.test(threadFile(pid, pid, 'stat'));
  } catch {
    return false;
  }
}

export async function startServer({ command, args, env = {}, settings = {}, onNotification = () => undefined }) {
  const begun = performance.now();
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map();
  const diagnosticsListeners = new Set();
  let nextId = 1;
  let buffer = Buffer.alloc(0);
  let lastDiagnosticsAt = 0;

  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };
  const handle = (message) => {
    if (message.method === undefined) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    } else if (message.method === 'textDocument/publishDiagnostics') {
      lastDiagnosticsAt = performance.now();
      for (const listener of [...diagnosticsListeners]) listener(message.params);
    } else if (message.id !== undefined) send({ id: message.id, result: message.method === 'workspace/configuration' ? message.params.items.map(({ section }) => settings[section] ?? null) : null });
    else onNotification(message.method, message.params);
  };
  child.stdout.on('data', (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
      const headEnd = buffer.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, headEnd))[1]);
      if (buffer.length < headEnd + 4 + length) return;
      const body = buffer.toString('utf8', headEnd + 4, headEnd + 4 + length);
      buffer = buffer.subarray(headEnd + 4 + length);
      handle(JSON.parse(body));
    }
  });

  const request = (method, params) => new Promise((resolve, reject) => {
    const id = nextId++;
    waiting.set(id, ({ result, error }) => (error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result)));
    send({ id, method, params });
  });
  const notify = (method, params) => send({ method, params });
  /** The next diagnostics that fit. */
  const diagnostics = (fits) => new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('no diagnostics within 120 s')), 120_000);
    const listener = ({ diagnostics: found }) => {
      if (!fits(found)) return;
      clearTimeout(limit);
      diagnosticsListeners.delete(listener);
      resolve(found);
    };
    diagnosticsListeners.add(listener);
  });

  await request('initialize', { processId: process.pid, rootUri: null, capabilities: { workspace: { configuration: true }, textDocument: { synchronization: {}, completion: {}, hover: {} } } });
  notify('initialized', {});
  notify('workspace/didChangeConfiguration', { settings });
  return {
    started: performance.now() - begun,
    request,
    notify,
    diagnostics,
    processorTime: () => processorTime(child.pid),
    /** When the last diagnostics came, asked when none have come for so many milliseconds and the server has nothing to do. */
    lastDiagnostics: async (silence) => {
      for (let [idle, before] = [0, processorTime(child.pid)]; idle < 4 || performance.now() - lastDiagnosticsAt < silence; ) {
        await new Promise((resolve) => void setTimeout(resolve, silence / 4));
        const now = processorTime(child.pid);
        idle = isRunning(child.pid) || now?.main - before?.main > silence / 40 ? 0 : idle + 1;
        before = now;
      }
      return lastDiagnosticsAt;
    },
    /** Peak resident memory in MB; Linux only. */
    memory: () => peakMemory(child.pid),
    /** The same of the processes that it has started. */
    childMemory: () => Math.max(0, ...readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(peakMemory)),
    stop: () => new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGKILL');
    }),
  };
}
