// Generators use the product's own functions, so that what they write is what the product would do. Node 20 cannot read TypeScript.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The exports of some modules below the project's root, merged. */
export async function loadTypeScript(...modules) {
  const { outputFiles } = await build({
    stdin: { contents: modules.map((module) => `export * from './${module}';`).join('\n'), resolveDir: path.resolve(root) },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'node20',
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
