// `npm test`: installs what is needed and runs all groups of tests; `npm test -- unit editor` only those (`--list` names them,
// `--grep TEXT` chooses among the editor's). Under CI=true no group may be left out.
import { ensureDependencies } from './lib/dependencies.mjs';
import { elapsed, say } from './lib/progress.mjs';

const args = process.argv.slice(2);
const grepAt = args.indexOf('--grep');
const grep = grepAt < 0 ? undefined : args.splice(grepAt, 2)[1];

/** The groups that the names mean: `editor` is both of `editor-oldest` and `editor-newest`. */
function choose(groups, names) {
  if (names.length === 0) return groups;
  const unknown = names.find((name) => !groups.some((group) => group.name === name || group.name.startsWith(`${name}-`)));
  if (unknown) throw new Error(`No group is called "${unknown}". The groups are ${groups.map(({ name }) => name).join(', ')}.`);
  const exact = (name) => groups.some((group) => group.name === name);
  const means = (name, group) => (exact(name) ? group.name === name : group.name.startsWith(`${name}-`));
  return groups.filter((group) => names.some((name) => means(name, group)));
}

/** One group's run; what it throws is its problem, and the other groups still run. */
async function run(group) {
  say(`\n=== ${group.name}`);
  const begin = performance.now();
  const answer = await group.run().catch((error) => ({ tests: [], problem: error.message }));
  say(`=== ${group.name}: ${answer.notRun === undefined ? elapsed(begin) : `not run here: ${answer.notRun}`}`);
  return { name: group.name, ...answer, seconds: (performance.now() - begin) / 1000 };
}

try {
  await ensureDependencies();
  const { testGroups } = await import('./lib/testGroups.mjs');
  const { report } = await import('./lib/testReport.mjs');
  const groups = testGroups({ grep });
  if (args.includes('--list')) {
    for (const { name } of groups) say(name);
  } else {
    const chosen = choose(groups, args);
    const results = [];
    for (const group of chosen) results.push(await run(group));
    process.exitCode = report(results, process.env.CI === 'true') ? 0 : 1;
  }
} catch (error) {
  say(error.message);
  say('\n0 passed, 1 failed');
  process.exitCode = 1;
}
