// Lint for all of the project's TypeScript. The second half holds the layers: who may import whom (ARCHITECTURE.md).
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Forbids imports of other layers and of packages that a layer has no business with. */
function layer(files, forbidden, message) {
  return {
    files,
    rules: { 'no-restricted-imports': ['error', { patterns: forbidden.map((regex) => ({ regex, message })) }] },
  };
}

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-test/', '**/generated/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      'no-console': 'error',
    },
  },
  {
    // node:test returns promises that its runner awaits; a test need not.
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['test', 'describe', 'it', 'suite', 'before', 'after'] }] }] },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: { globalThis: 'readonly', console: 'readonly', process: 'readonly', Buffer: 'readonly', URL: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', AbortController: 'readonly', AbortSignal: 'readonly', fetch: 'readonly', performance: 'readonly', document: 'readonly', Document: 'readonly', window: 'readonly', require: 'readonly', module: 'readonly', exports: 'writable', __dirname: 'readonly' } },
  },
  layer(['server/src/protocol/**'], ['^[^.]', '\\.\\./'], 'The protocol is plain data: it imports nothing.'),
  layer(['server/src/service/**'], ['^node:', '^undici', '^vscode-languageserver(/|$)', '/(checks|network|adapter|cli|main)/(?!.*protocol)', '^vscode$'], 'The service is pure: text in, data out; it knows no I/O, no connection and no checks engine.'),
  layer(['server/src/checks/**'], ['^node:', '^undici', '^yaml$', '^vscode', '/(service|network|adapter|cli|main)/'], 'The checks engine knows only its ports.'),
  layer(['server/src/network/**'], ['^yaml$', '^vscode', '/(service|adapter|cli|main)/'], 'Sockets serve the engine’s ports and nothing else.'),
  layer(['server/src/adapter/**'], ['^undici', '^node:(net|tls|dgram|http|https|dns)', '/(network|cli|main)/', '^vscode$'], 'The adapter speaks the protocol; it opens no socket.'),
  layer(['practice/**'], ['^vscode', '/server/src/(service|checks|network|adapter|cli|main)/'], 'The practice partner is not made of the product: it would only echo it.'),
  layer(['client/**'], ['^undici', '^yaml$', '/server/src/(service|checks|network|adapter|cli|main)/', '^node:(net|tls|dgram|http|https|dns)'], 'The client knows the editor and the protocol’s types.'),
);
