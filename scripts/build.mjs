// `npm run build`: bundles the extension into dist/. `--watch` builds at each change, `--production` as it is packed.
import { ensureDependencies } from './lib/dependencies.mjs';
import { step } from './lib/progress.mjs';

const known = ['--watch', '--production'];
const unknown = process.argv.slice(2).find((argument) => !known.includes(argument));
if (unknown) {
  console.error(`Unknown option "${unknown}". Options: ${known.join(', ')}.`);
  process.exit(2);
}
try {
  await ensureDependencies();
  const { build, watch } = await import('./lib/bundle.mjs');
  if (process.argv.includes('--watch')) await watch();
  else await step('Building', () => build({ production: process.argv.includes('--production') }));
} catch (error) {
  // esbuild has printed its errors with their places already.
  console.error(error.errors ? 'The build failed.' : error.message);
  process.exitCode = 1;
}
