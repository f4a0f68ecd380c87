// `npm start`: installs and builds what is missing, starts the practice partner, and opens VS Code on examples/ with the extension.
// `--no-open` takes VS Code's server and prints its address; `--scenario NAME` starts another practice scenario than "healthy".
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { say } from './lib/progress.mjs';

/** Answers `{ open, scenario }`; an unknown argument is an error. */
function readArguments(args) {
  const answer = { open: true, scenario: 'healthy' };
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] === '--no-open') answer.open = false;
    else if (args[at] === '--scenario' && args[at + 1]) answer.scenario = args[(at += 1)];
    else throw new Error(`Unknown argument "${args[at]}". Usage: npm start [-- [--no-open] [--scenario NAME]]`);
  }
  return answer;
}

async function start() {
  const { open, scenario } = readArguments(process.argv.slice(2));
  await ensureDependencies();
  const { prepareEditor } = await import('./lib/startEditor.mjs');
  const { startPracticePartner } = await import('./lib/practicePartner.mjs');
  const editor = await prepareEditor({ open });
  const partner = await startPracticePartner(scenario);
  say(`The practice partner runs the scenario "${partner.scenario}". Its plan is ${path.relative(process.cwd(), partner.plan)}: open it in the editor, press F1 and`);
  say('pick "Exchange Federation: Run Federation Checks".');
  // The editor's extension host passes its environment on to the extension.
  const opened = await editor.open({ FEDPLAN_ROUTE: JSON.stringify(partner.route) });
  const what = await Promise.race([opened.gone.then(() => 'editor'), partner.gone.then(() => 'partner')]);
  if (what === 'partner') throw new Error('The practice partner has ended by itself. Run "npm start" again.');
  say('The editor was closed.');
}

try {
  await start();
  process.exit(0); // Ends whatever was started.
} catch (error) {
  console.error(error.errors ? 'The build failed.' : error.message);
  process.exit(1);
}
