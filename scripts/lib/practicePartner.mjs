// The practice partner as a child process of a script.
import path from 'node:path';
import { createInterface } from 'node:readline';
import { startProcess } from './processes.mjs';
import { projectRoot } from './projectRoot.mjs';

const startLimit = 30_000;

/** Starts it and answers `{ scenario, plan, route, gone, stop() }` as soon as it answers. It ends with this process. */
export async function startPracticePartner(scenario) {
  const args = [path.join(projectRoot, 'dist', 'fedplan.cjs'), 'practice', '--scenario', scenario, '--json'];
  const { child, gone, stop } = startProcess(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk.toString()));
  const ready = new Promise((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  const limit = AbortSignal.timeout(startLimit);
  const late = new Promise((resolve) => limit.addEventListener('abort', () => resolve(undefined), { once: true }));
  const line = await Promise.race([ready, gone.then(() => undefined), late]);
  if (line === undefined) {
    await stop();
    throw new Error(`The practice partner did not start${limit.aborted ? ` within ${startLimit / 1000} s` : ''}.\n${errors.trim()}`.trim());
  }
  return { ...JSON.parse(line), gone, stop };
}
