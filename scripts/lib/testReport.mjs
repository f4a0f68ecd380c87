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
    const failed = group.tests.filter(({ state }) => state === 'failed');
    for (const { name, error = '' } of failed) say(`\nFAILED ${group.name}: ${name}\n${indent(error)}`);
    if (group.problem !== undefined) say(`\nFAILED ${group.name}: ${group.problem}`);
    const skipped = group.tests.filter(({ state }) => state === 'skipped');
    for (const { name, reason } of skipped) say(`\nSKIPPED ${group.name}: ${name}${reason ? ` (${reason})` : ''}`);
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
    const cells = row.map((text, column) => (column === 0 || column === 5 ? text.padEnd(widths[column]) : text.padStart(widths[column])));
    say(cells.join('  ').trimEnd());
  }
  const total = { passed: 0, failed: 0 };
  for (const group of groups) {
    const { passed, failed } = count(group, obligatory);
    total.passed += passed;
    total.failed += failed;
  }
  say(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0;
}

function indent(text) {
  return text.split('\n').slice(0, 12).map((line) => `    ${line}`).join('\n');
}
