#!/usr/bin/env node
// The command `fedplan` of a source tree: starts what was built, with the same Node, streams and exit code.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../dist/fedplan.cjs', import.meta.url));
if (existsSync(program)) {
  // In this process: a child would need every signal and stream passed on. The program sees itself as the script that was started.
  process.argv[1] = program;
  createRequire(import.meta.url)(program);
} else {
  process.stderr.write('"fedplan" is not built yet. Run "npm start" or "npm run build" first.\n');
  process.exitCode = 2;
}
