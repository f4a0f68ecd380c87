// What `npm test` tells at its end. Every group ends as `{ name, tests, problem?, notRun?, seconds }`; a test is
// `{ name, state: 'passed' | 'failed' | 'skipped', error?, reason? }`.
import { say } from './progress.mjs';

/** A problem of a group (it broke off, it ran nothing) is one failure, and so is a group not run where all are obligatory. */
export function count(group, obligatory) {
  const of = (state) => group.tests.filter((test) => test.state === state).length;
  const extra = group.problem !== undefined || (group.notRun !== undefined && obligatory) ? 1 : 0;
  return { passed: of('passed'), failed: of('failed') + extra, skipped: of('skipped') };
}

/** Writes what failed, what was skipped and the table; the last line is `N passed, N failed`. Answers whether all is well. */
export function report(groups, obligatory) {
  for (const group of groups) {
    for (const test of group.tests.filter(({ state }) => state === 'failed')) say(`\nFAILED ${group.name}: ${test.name}\n${indent(test.error ?? '')}`);
    if (group.problem !== undefined) say(`\nFAILED ${group.name}: ${group.problem}`);
    for (const test of group.tests.filter(({ state }) => state === 'skipped')) say(`\nSKIPPED ${group.name}: ${test.name}${test.reason ? ` (${test.reason})` : ''}`);
  }
  const rows = groups.map((group) => {
    const { passed, failed, skipped } = count(group, obligatory);
    const note = group.notRun === undefined ? '' : `not run here: ${group.notRun}${obligatory ? ' (obligatory under CI=true)' : ''}`;
    return [group.name, String(passed), String(failed), String(skipped), `${group.seconds.toFixed(1)} s`, note];
  });
  const table = [['group', 'passed', 'failed', 'skipped', 'time', ''], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  say('');
  for (const row of table) {
    const [name, passed, failed, skipped, time, note] = row.map((text, column) => (column === 0 || column === 5 ? text.padEnd(widths[column]) : text.padStart(widths[column])));
    say(`${name}  ${passed}  ${failed}  ${skipped}  ${time}  ${note}`.trimEnd());
  }
  const total = groups.map((group) => count(group, obligatory)).reduce((sum, each) => ({ passed: sum.passed + each.passed, failed: sum.failed + each.failed }), { passed: 0, failed: 0 });
  say(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0;
}

function indent(text) {
  return text.split('\n').slice(0, 12).map((line) => `    ${line}`).join('\n');
}
