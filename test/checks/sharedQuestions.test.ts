import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SharedQuestions } from '../../server/src/checks/engine/sharedQuestions.ts';
import { subjectOf } from './fakeWorld.ts';

test('what several domains want is asked once in a run of any length; what one alone wanted is forgotten some time after its end', async () => {
  const questions = new SharedQuestions(new AbortController().signal);
  const asked: string[] = [];
  const subjects = Array.from({ length: 200 }, (_, at) => subjectOf({ domain: `d${at}.example` }));
  const ask = (at: number, key: string): Promise<string> =>
    questions.once(subjects[at] ?? subjectOf({}), key, () => {
      asked.push(key);
      return Promise.resolve(key);
    });
  await Promise.all([ask(0, 'common'), ask(1, 'common'), ask(0, 'own'), ask(0, 'own')]);
  for (let at = 0; at < subjects.length; at++) {
    for (let question = 0; question < 50; question++) await ask(at, `${at} ${question}`);
    questions.release(subjects[at] ?? subjectOf({}));
  }
  assert.equal(await ask(199, 'common'), 'common');
  assert.equal(await ask(199, '198 7'), '198 7');
  assert.equal(new Set(asked).size, asked.length, 'nothing was asked twice so far');
  assert.equal(await ask(199, 'own'), 'own');
  assert.equal(asked.filter((key) => key === 'own').length, 2);
});
