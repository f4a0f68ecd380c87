// `npm run package`: builds for production and packs exchange-federation.vsix.
import { ensureDependencies } from './lib/dependencies.mjs';

try {
  await ensureDependencies();
  const { ensurePacked } = await import('./lib/vsix.mjs');
  await ensurePacked({ always: true });
} catch (error) {
  console.error(error.errors ? 'The build failed.' : error.message);
  process.exitCode = 1;
}
