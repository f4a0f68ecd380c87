/** Entry point of the command line. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { domainToASCII } from 'node:url';
import { fedplan } from '../cli/fedplan.ts';
import { readable } from '../cli/readable.ts';
import { createLanguageService } from '../service/index.ts';
import { cmdletCatalogueText } from './dataFiles.ts';
import { environmentProxy } from './environmentProxy.ts';
import { environmentRoute } from './environmentRoute.ts';
import { forkedChecks } from './forkedChecks.ts';
import { profileFiles } from './profileFiles.ts';
import { serve } from './serve.ts';

async function main(args: readonly string[]): Promise<number> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());
  // Whoever read the output has gone, as `head` does: there is nobody left to tell.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    stop.abort();
  });
  return fedplan(args, {
    stdout: (text) => void process.stdout.write(readable(text)),
    stderr: (text) => void process.stderr.write(readable(text)),
    signal: stop.signal,
    projectRoot: path.dirname(__dirname),
    service: () => createLanguageService({ catalogueText: cmdletCatalogueText(), toAscii: domainToASCII }),
    checks: forkedChecks,
    profileFiles,
    proxy: () => environmentProxy(process.env),
    route: () => environmentRoute(process.env.FEDPLAN_ROUTE),
    version: () => (JSON.parse(readFileSync(path.join(path.dirname(__dirname), 'package.json'), 'utf8')) as { version: string }).version,
    toAscii: domainToASCII,
  });
}

const args = process.argv.slice(2);
// The protocol owns standard input and output, so this command is not run like the others.
if (args[0] === 'lsp' && args.includes('--stdio')) serve();
else
  main(args).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 2;
    },
  );
