// Entry of the suite inside VS Code (`extensionTestsPath`): the same for the desktop and for the server with a browser.
const fs = require('node:fs');
const path = require('node:path');
const Mocha = require('mocha');

/**
 * Runs every `*.test.cjs` of this folder and writes `{ complete, tests: [{ name, state, ms, error }] }` to FEDPLAN_TEST_RESULTS. That
 * file alone tells what ran: where the extension host dies, VS Code reports success all the same.
 */
exports.run = async () => {
  const folder = process.env.FEDPLAN_TEST_SUITE || __dirname;
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, slow: 5_000, color: false, reporter: 'spec' });
  if (process.env.FEDPLAN_TEST_GREP) mocha.grep(process.env.FEDPLAN_TEST_GREP);
  for (const file of fs.readdirSync(folder).sort()) if (file.endsWith('.test.cjs')) mocha.addFile(path.join(folder, file));
  const tests = [];
  const write = (complete) => fs.writeFileSync(process.env.FEDPLAN_TEST_RESULTS, JSON.stringify({ complete, tests }, null, 1));
  write(false);
  const failures = await new Promise((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => tests.push({ name: test.fullTitle(), state: 'passed', ms: test.duration }));
    runner.on('fail', (test, error) => tests.push({ name: test.fullTitle(), state: 'failed', error: String(error?.stack ?? error) }));
    runner.on('pending', (test) => tests.push({ name: test.fullTitle(), state: 'skipped' }));
    // What ran is known even where the editor dies in the middle.
    for (const event of ['pass', 'fail', 'pending']) runner.on(event, () => write(false));
  });
  write(true);
  if (failures > 0) throw new Error(`${failures} failed`);
};
