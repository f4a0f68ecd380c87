import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCatalogue } from '../../server/src/checks/catalogue.ts';
import { checksToRun } from '../../server/src/checks/engine/checkOrder.ts';
import type { Check, Outcome } from '../../server/src/checks/engine/check.ts';
import { runCatalogue } from '../../server/src/checks/engine/runChecks.ts';
import { checkCatalogue as descriptions, runChecks } from '../../server/src/checks/index.ts';
import type { CheckEvent, CheckId, CheckResult, CheckSettings } from '../../server/src/protocol/checks.ts';
import { FakeClock, FakeWorld, subjectOf } from './fakeWorld.ts';

const outcome = (verdict: Outcome['verdict'], summary: string = verdict): Outcome => ({ verdict, summary, evidence: [], about: 'domain' });

function check(id: CheckId, run: Check['run'], needs: readonly CheckId[] = [], considers: readonly CheckId[] = []): Check {
  return { id, title: id, group: 'DNS', asks: id, guidance: [], needs, considers, run };
}

const never = (): Promise<Outcome> => new Promise(() => undefined);

/** A run whose events can be waited for. */
function start(
  catalogue: readonly Check[],
  settings: CheckSettings = {},
  domains: readonly string[] = ['a.example'],
): {
  readonly clock: FakeClock;
  readonly controller: AbortController;
  readonly events: CheckEvent[];
  readonly results: Promise<readonly CheckResult[]>;
  seen(kind: CheckEvent['kind'], id: CheckId): Promise<void>;
} {
  const clock = new FakeClock();
  const world = new FakeWorld(clock);
  const controller = new AbortController();
  const events: CheckEvent[] = [];
  const waiting = new Map<string, () => void>();
  const emit = (event: CheckEvent): void => {
    events.push(event);
    waiting.get(`${event.kind} ${event.kind === 'started' ? event.check : event.kind === 'finished' ? event.result.check : event.diagnosis.id}`)?.();
  };
  const results = runCatalogue(
    catalogue,
    { subjects: domains.map((domain) => subjectOf({ domain })), settings },
    world.ports(),
    emit,
    controller.signal,
  );
  return { clock, controller, events, results, seen: (kind, id) => new Promise((resolve) => waiting.set(`${kind} ${id}`, resolve)) };
}

test('the catalogue has no circle, and every check describes itself', () => {
  assert.equal(checksToRun(checkCatalogue).length, new Set(checkCatalogue.map(({ id }) => id)).size);
  for (const { id, title, asks, guidance } of descriptions) assert.ok(title !== '' && asks.endsWith('.') && guidance.length > 0, id);
});

test('a circle in a catalogue is refused', () => {
  const catalogue = [check('D1', never, ['N1']), check('N1', never, [], ['D1'])];
  assert.throws(() => checksToRun(catalogue), /circle: D1 → N1 → D1/);
});

test('"only" brings along what the check needs and considers', () => {
  assert.deepEqual(
    checksToRun(checkCatalogue, ['C1']).map(({ id }) => id),
    ['D1', 'N1', 'C1', 'F1'],
  );
  assert.deepEqual(
    checksToRun(checkCatalogue, ['D1']).map(({ id }) => id),
    ['D1'],
  );
});

test('a failed need skips everything behind it, with the first cause', async () => {
  const ran: string[] = [];
  const run = start([
    check('D1', () => Promise.resolve(outcome('fail', 'No address.'))),
    check(
      'N1',
      () => {
        ran.push('N1');
        return Promise.resolve(outcome('pass'));
      },
      ['D1'],
    ),
    check(
      'T1',
      () => {
        ran.push('T1');
        return Promise.resolve(outcome('pass'));
      },
      ['N1'],
    ),
  ]);
  const results = await run.results;
  assert.deepEqual(
    results.map(({ check: id, verdict, summary }) => [id, verdict, summary]),
    [
      ['D1', 'fail', 'No address.'],
      ['N1', 'skipped', 'Skipped because D1 failed: No address.'],
      ['T1', 'skipped', 'Skipped because D1 failed: No address.'],
    ],
  );
  assert.deepEqual(ran, []);
  assert.deepEqual(
    run.events.flatMap((event) => (event.kind === 'diagnosed' ? [] : [event.kind])),
    ['started', 'finished', 'finished', 'finished'],
  );
});

test('a warning or an information lets what follows run; what is only considered may fail', async () => {
  const results = await start([
    check('D1', () => Promise.resolve(outcome('warn'))),
    check('N1', () => Promise.resolve(outcome('fail')), ['D1']),
    check('W2', async (context) => outcome((await context.resultOf('N1')).verdict === 'fail' ? 'info' : 'unknown'), ['D1'], ['N1']),
  ]).results;
  assert.deepEqual(
    results.map(({ verdict }) => verdict),
    ['warn', 'fail', 'info'],
  );
});

test('results stand in the order of subjects and catalogue, whatever ended first', async () => {
  let release: (() => void) | undefined;
  const slow = new Promise<void>((resolve) => (release = resolve));
  const run = start(
    [
      check('D1', async ({ subject }) => {
        if (subject.domain === 'a.example') await slow;
        else release?.();
        return outcome('pass');
      }),
      check('D3', () => Promise.resolve(outcome('pass'))),
    ],
    {},
    ['a.example', 'b.example'],
  );
  assert.deepEqual(
    (await run.results).map((result) => `${result.domain} ${result.check}`),
    ['a.example D1', 'a.example D3', 'b.example D1', 'b.example D3'],
  );
  const finished = run.events.flatMap((event) => (event.kind === 'finished' ? [`${event.result.domain} ${event.result.check}`] : []));
  assert.notEqual(finished[0], 'a.example D1');
});

test('a check that throws is unknown, and the others go on', async () => {
  const results = await start([
    check('D1', () => {
      throw new TypeError('x is not a function');
    }),
    check('D3', () => Promise.reject(new Error('odd'))),
    check('T1', () => Promise.resolve(outcome('pass'))),
    check('W1', async (context) => outcome((await context.resultOf('T1')).verdict)),
  ]).results;
  assert.deepEqual(
    results.map(({ verdict }) => verdict),
    ['unknown', 'unknown', 'pass', 'unknown'],
  );
  assert.match(results[0]?.summary ?? '', /D1 could not be carried out: x is not a function/);
  assert.match(results[3]?.summary ?? '', /asks for T1, which it does not name/);
});

test('a check has its own time limit; the others do not wait for it', async () => {
  const run = start([check('D1', never), check('D3', () => Promise.resolve(outcome('pass')))], {
    dnsTimeout: 100,
    connectTimeout: 100,
    answerTimeout: 100,
  });
  await run.seen('finished', 'D3');
  run.clock.advance(1_001);
  const results = await run.results;
  assert.deepEqual(
    results.map(({ verdict }) => verdict),
    ['unknown', 'pass'],
  );
  assert.match(results[0]?.summary ?? '', /did not end within 1 s/);
});

test('what a check had seen when its limit ended it is kept', async () => {
  const seen = { question: 'POST', via: 'direct', answer: 'HTTP 302', elapsedMs: 1 };
  const run = start(
    [
      check('D1', (context) => {
        context.note(seen);
        return never();
      }),
    ],
    { dnsTimeout: 100, connectTimeout: 100, answerTimeout: 100 },
  );
  await run.seen('started', 'D1');
  run.clock.advance(1_001);
  assert.deepEqual((await run.results)[0]?.evidence, [seen]);
});

test('a lookup that is led on without end shows where it has been', async () => {
  const world = new FakeWorld(new FakeClock());
  let hop = 0;
  world.http = () => {
    world.clock.advance(4_000);
    world.dns[`A h${++hop}.example`] = ['192.0.2.30'];
    return { status: 302, headers: { location: `https://h${hop}.example/autodiscover/autodiscover.svc` } };
  };
  const { F1 } = await world.run({}, { only: ['F1'], settings: { dnsTimeout: 1_000, connectTimeout: 1_000, answerTimeout: 1_000 } });
  assert.match(F1.summary, /did not end/);
  assert.match(F1.evidence[0]?.answer ?? '', /h1\.example/);
});

test('time spent waiting for another check does not count', async () => {
  let release: (() => void) | undefined;
  const hold = new Promise<void>((resolve) => (release = resolve));
  const run = start(
    [
      check('F1', async () => {
        await hold;
        return outcome('pass');
      }),
      check('C1', async (context) => outcome((await context.resultOf('F1')).verdict), [], ['F1']),
    ],
    { dnsTimeout: 100, connectTimeout: 100, answerTimeout: 100 },
  );
  await run.seen('started', 'C1');
  run.clock.advance(999);
  release?.();
  assert.deepEqual(
    (await run.results).map(({ verdict }) => verdict),
    ['pass', 'pass'],
  );
});

test('the run’s time limit ends everything and says so', async () => {
  const run = start([check('D1', never), check('N1', never, ['D1'])], { runTimeout: 5_000, dnsTimeout: 60_000 });
  await run.seen('started', 'D1');
  run.clock.advance(5_000);
  const results = await run.results;
  assert.deepEqual(
    results.map(({ verdict }) => verdict),
    ['skipped', 'skipped'],
  );
  assert.match(results[0]?.summary ?? '', /time limit of 5 s/);
  assert.equal(run.clock.waiting, 0, 'no timer is left');
});

test('a stop reaches the probes and ends the run with a result for each check', async () => {
  let probeStopped = false;
  const run = start([
    check(
      'D1',
      (context) =>
        new Promise((_resolve, reject) =>
          context.signal.addEventListener('abort', () => {
            probeStopped = true;
            reject(new Error('aborted'));
          }),
        ),
    ),
    check('N1', never, ['D1']),
  ]);
  await run.seen('started', 'D1');
  run.controller.abort();
  const results = await run.results;
  assert.ok(probeStopped);
  assert.deepEqual(
    results.map(({ verdict }) => verdict),
    ['skipped', 'skipped'],
  );
  assert.match(results[1]?.summary ?? '', /was stopped/);
  assert.equal(run.clock.waiting, 0);
  const finished = run.events.flatMap((event) => (event.kind === 'finished' ? [event.result.check] : []));
  assert.deepEqual(finished, ['D1'], 'a check that had not started is in the results alone');
});

test('a stop of a thousand domains is answered with few events', async () => {
  const run = start([check('D1', never), check('N1', never, ['D1'])], {}, Array.from({ length: 1_000 }, (_, at) => `d${at}.example`));
  await run.seen('started', 'D1');
  run.controller.abort();
  const results = await run.results;
  assert.equal(results.length, 2_000);
  assert.ok(results.every(({ verdict, summary }) => verdict === 'skipped' && summary.includes('was stopped')));
  // Started and finished, of those that were worked on.
  assert.ok(run.events.length <= 192, `${run.events.length} events`);
});

test('nothing is asked any more once a stop has come, however much was waiting', async () => {
  const world = new FakeWorld();
  const ports = world.ports();
  const controller = new AbortController();
  let before = Number.NaN;
  // At the hundredth hello of a hundred domains: each host takes one connection, so that three hellos wait at each, and whole domains wait for a place.
  const exchange: typeof ports.exchange.exchange = async (...question) => {
    const answer = ports.exchange.exchange(...question);
    await new Promise((resolve) => setImmediate(resolve));
    if (world.asked.filter((asked) => asked.startsWith('hello')).length >= 100 && !controller.signal.aborted) {
      controller.abort();
      before = world.asked.length;
    }
    return answer;
  };
  const subjects = Array.from({ length: 100 }, (_, at) => subjectOf({ domain: `d${at}.example`, autodiscover: `https://h${at}.example/autodiscover/autodiscover.svc` }));
  for (let at = 0; at < subjects.length; at++) world.dns[`A h${at}.example`] = [`198.51.100.${at}`];
  await runChecks({ subjects, settings: { perHost: 1 } }, { ...ports, exchange: { exchange } }, () => undefined, controller.signal);
  assert.ok(before >= 100);
  assert.equal(world.asked.length, before);
});

test('a run that is stopped before it begins asks nothing', async () => {
  const world = new FakeWorld();
  const controller = new AbortController();
  controller.abort();
  const results = await runChecks({ subjects: [subjectOf({})] }, world.ports(), () => undefined, controller.signal);
  assert.equal(results.length, checkCatalogue.length);
  assert.ok(results.every(({ verdict }) => verdict === 'skipped'));
  assert.deepEqual(world.asked, []);
});

test('one question is asked once in a run, for all domains and checks', async () => {
  const world = new FakeWorld();
  const autodiscover = 'https://mail.a.example/autodiscover/autodiscover.svc';
  const subjects = ['a.example', 'b.example', 'c.example'].map((domain) => subjectOf({ domain, autodiscover }));
  await runChecks({ subjects }, world.ports(), () => undefined, new AbortController().signal);
  assert.equal(world.asked.filter((asked) => asked === 'dns A mail.a.example').length, 1);
  assert.equal(world.asked.filter((asked) => asked === 'hello 1.2 192.0.2.20').length, 1);
  assert.equal(
    world.asked.filter((asked) => asked === 'POST https://mail.a.example/autodiscover/autodiscover.svc').length,
    3,
    'each domain is asked for',
  );
});

test('no more connections than allowed go to one address at once', async () => {
  const world = new FakeWorld();
  const ports = world.ports();
  let now = 0;
  let most = 0;
  const counted =
    <T>(answer: () => Promise<T>) =>
    async (): Promise<T> => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now--;
      return answer();
    };
  const exchange: typeof ports.exchange.exchange = (...question) => counted(() => ports.exchange.exchange(...question))();
  await runChecks(
    { subjects: [subjectOf({})], settings: { perHost: 1 } },
    { ...ports, exchange: { exchange } },
    () => undefined,
    new AbortController().signal,
  );
  assert.equal(most, 2, 'two addresses, one connection each');
});
