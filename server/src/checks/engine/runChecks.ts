/**
 * The engine: for every subject the graph of checks, for the whole run the limits, the shared questions and the events.
 *
 * A check starts as soon as what it needs has ended, so everything independent runs at once. Subjects take turns in a pool: a
 * plan with a thousand domains would otherwise queue inside its own limits and look slow where only the queue was.
 */
import type { CheckEvent, CheckId, CheckRequest, CheckResult, CheckSubject } from '../../protocol/checks.ts';
import type { Cancellation, Ports } from '../ports.ts';
import { diagnose } from '../diagnosis/index.ts';
import { CancellationSource, unlessCancelled } from './cancellation.ts';
import type { Check, Considered } from './check.ts';
import { checksToRun } from './checkOrder.ts';
import { withConnectionLimits } from './connectionLimits.ts';
import { runLimits } from './limits.ts';
import { runCheck, skippedResult } from './runCheck.ts';
import { Semaphore } from './semaphore.ts';
import { SharedQuestions } from './sharedQuestions.ts';

interface Finished extends Considered {
  readonly result: CheckResult;
}

/** Is told once for each subject of a request, by its place there, in whatever order they end. */
export interface SubjectsEnded {
  /** @param results in the order of the catalogue */
  finished(subject: number, results: readonly CheckResult[]): void;
  /** A stop or the run's limit met it before any of its checks had started. */
  unstarted(subject: number, reason: string, startedAt: string): void;
}

/** Runs the checks of a request. Never rejects for what the network does. */
export async function runSubjects(
  checks: readonly Check[],
  request: CheckRequest,
  ports: Ports,
  emit: (event: CheckEvent) => void,
  signal: Cancellation,
  ended: SubjectsEnded,
): Promise<void> {
  const limits = runLimits(request.settings, request.subjects.length);
  const limited = withConnectionLimits(ports, limits.perHost);
  const run = new CancellationSource(signal);
  const shared = new SharedQuestions(run);
  let stopReason = 'The run was stopped before this check had ended.';
  const cancelRunLimit = ports.clock.after(limits.run, () => {
    stopReason = `The run's time limit of ${limits.run / 1000} s was reached before this check had ended.`;
    run.abort();
  });

  const base = {
    ports: limited,
    allowPrivateAddresses: request.settings?.allowPrivateAddresses ?? false,
    askNameServers: request.settings?.askNameServers ?? true,
    microsoftServices: request.settings?.microsoftServices ?? false,
    signal: run,
  };

  const isStopped = (): boolean => run.aborted;
  const runSubject = async (subject: CheckSubject, at: number): Promise<void> => {
    if (run.aborted) {
      ended.unstarted(at, stopReason, new Date(ports.clock.now()).toISOString());
      return;
    }
    const once = <T>(key: string, ask: (signal: Cancellation) => Promise<T>): Promise<T> => shared.once(subject, key, ask);
    const finished = new Map<CheckId, Promise<Finished>>();
    const resultOf = (id: CheckId): Promise<Finished> => {
      const result = finished.get(id);
      if (result === undefined) throw new Error(`check ${id} is not part of this run`);
      return result;
    };
    const askEarly = (check: Check): void => {
      const context = { ...base, once, subject, limits: limits.probe, note: () => undefined };
      // What goes wrong here goes wrong again, and is told, where the check itself asks.
      check.ask?.(context).catch(() => undefined);
    };
    const begin = async (check: Check): Promise<Finished> => {
      askEarly(check);
      const skip = (reason: string): Finished => {
        const result = skippedResult({ check, subject, ports }, reason);
        return { verdict: 'skipped', facts: {}, result };
      };
      const needs = await unlessCancelled(Promise.all(check.needs.map(resultOf)), run);
      // Not emitted: a thousand domains would answer a stop with thousands of events before the run could end.
      if (needs === undefined || run.aborted) return skip(stopReason);
      const missing = needs.find((need) => need.verdict === 'fail' || need.verdict === 'unknown' || need.verdict === 'skipped');
      if (missing !== undefined) {
        const skipped = skip(becauseOf(missing.result));
        emit({ kind: 'finished', result: skipped.result });
        return skipped;
      }
      emit({ kind: 'started', check: check.id, organization: subject.organization, domain: subject.domain });
      const { result, facts } = await runCheck({
        ...base,
        once,
        check,
        subject,
        limits: limits.probe,
        limitMs: limits.check,
        stopReason: () => stopReason,
        resultOf,
      });
      emit({ kind: 'finished', result });
      return { verdict: result.verdict, facts: facts ?? {}, result };
    };
    // Needs may stand later in the catalogue, so every promise is made before any check looks for another's.
    let go: () => void = () => undefined;
    const start = new Promise<void>((resolve) => (go = resolve));
    for (const check of checks)
      finished.set(
        check.id,
        start.then(() => begin(check)),
      );
    go();
    const all = await Promise.all(finished.values());
    if (!isStopped()) {
      const of = new Map(all.map((each) => [each.result.check, each]));
      for (const diagnosis of diagnose(subject, (id) => of.get(id))) emit({ kind: 'diagnosed', diagnosis });
    }
    shared.release(subject);
    ended.finished(at, all.map((each) => each.result));
  };

  try {
    const pool = new Semaphore(limits.subjects);
    await Promise.all(request.subjects.map((subject, at) => pool.run(() => runSubject(subject, at), run)));
  } finally {
    cancelRunLimit();
    run.release();
  }
}

/**
 * Runs the checks of a request and keeps their results.
 *
 * They come in the order of the request's subjects and of the catalogue; after a stop the checks that had not ended are `skipped` and say so.
 */
export async function runCatalogue(
  catalogue: readonly Check[],
  request: CheckRequest,
  ports: Ports,
  emit: (event: CheckEvent) => void,
  signal: Cancellation,
): Promise<readonly CheckResult[]> {
  const checks = checksToRun(catalogue, request.only);
  const bySubject: (readonly CheckResult[])[] = [];
  await runSubjects(checks, request, ports, emit, signal, {
    finished: (at, results) => void (bySubject[at] = results),
    unstarted: (at, reason) => {
      const subject = request.subjects[at];
      if (subject !== undefined) bySubject[at] = checks.map((check) => skippedResult({ check, subject, ports }, reason));
    },
  });
  return bySubject.flat();
}

const skippedBecause = 'Skipped because ';

/** Names the first cause: a chain of skipped checks repeats it instead of wrapping it. */
function becauseOf(need: CheckResult): string {
  if (need.verdict === 'skipped' && need.summary.startsWith(skippedBecause)) return need.summary;
  const what = need.verdict === 'fail' ? 'failed' : need.verdict === 'unknown' ? 'could not be determined' : 'was skipped';
  return `${skippedBecause}${need.check} ${what}: ${need.summary}`;
}
