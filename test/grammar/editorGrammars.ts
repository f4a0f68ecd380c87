// Colours text as an installed editor does: with its own grammars, its own TextMate engine and its own regular expressions.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Oniguruma from 'vscode-oniguruma';
import type * as TextMate from 'vscode-textmate';

declare const __projectRoot: string;

/** An installed editor: the oldest that the extension supports, or the newest that it is tested with. */
export interface Edition {
  name: 'oldest' | 'newest';
  version: string;
  /** The folder of VS Code's server, with `extensions` and `node_modules` in it. */
  root: string;
}

export interface Token {
  text: string;
  /** Without the root scope. */
  scopes: readonly string[];
}

/** What the editor derives from the scopes: the language whose brackets, comments and snippets hold at a column. */
export interface Attributes {
  language: string;
  kind: 'other' | 'comment' | 'string' | 'regex';
}

export interface ColouredLine {
  text: string;
  tokens: readonly Token[];
  attributesAt: (column: number) => Attributes;
}

interface GrammarContribution {
  scopeName: string;
  path: string;
  language?: string;
  injectTo?: readonly string[];
  embeddedLanguages?: Readonly<Record<string, string>>;
}

interface Manifest {
  engines: { vscode: string };
  contributes?: { grammars?: readonly GrammarContribution[] };
}

const planScope = 'source.yaml.federation-plan';
const kinds = ['other', 'comment', 'string', 'regex'] as const;

/** Finds the editors that `npm test` has installed; throws, saying what is missing, unless the oldest and a newer one are there. */
export function installedEditions(projectRoot = __projectRoot): readonly Edition[] {
  const folder = path.join(projectRoot, '.vscode-test');
  const oldest = /\d+\.\d+\./.exec(readManifest(projectRoot).engines.vscode)?.[0] ?? '';
  const versions = (existsSync(folder) ? readdirSync(folder) : [])
    .flatMap((name) => /^server-(\d+\.\d+\.\d+)$/.exec(name)?.[1] ?? [])
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  const first = versions.find((version) => version.startsWith(oldest));
  const last = versions.at(-1);
  if (first === undefined || last === undefined || first === last) {
    throw new Error(
      `The colours are tested with the grammars of two editors, VS Code ${oldest}x and a newer one, in ".vscode-test/server-<version>". ` +
        `There: ${versions.join(', ') || 'none'}. Run "npm test", which installs both.`,
    );
  }
  const edition = (name: Edition['name'], version: string): Edition => {
    const root = path.join(folder, `server-${version}`, 'code-server', 'lib', 'vscode');
    return { name, version, root };
  };
  return [edition('oldest', first), edition('newest', last)];
}

/** Answers a function that colours a plan line by line, from the first line on, as the editor would. */
export async function planColours(edition: Edition): Promise<(lines: readonly string[]) => readonly ColouredLine[]> {
  const { textMate, oniguruma } = await engine(edition);
  const grammars = contributions(edition);
  if (!grammars.has(planScope)) throw new Error(`package.json contributes no grammar with the scope name "${planScope}".`);
  const registry = new textMate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner([...patterns]),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope) => {
      const file = grammars.get(scope)?.path;
      return Promise.resolve(file === undefined ? null : textMate.parseRawGrammar(readFileSync(file, 'utf8'), file));
    },
    // An injection into `source.yaml` reaches `source.yaml.federation-plan` too: so does the editor.
    getInjections: (scope) => [...grammars.values()].filter(({ injectTo }) => injectTo?.some((target) => `${scope}.`.startsWith(`${target}.`))).map(({ scopeName }) => scopeName),
  });
  const languages = ['', 'federation-plan'];
  const embeddedLanguages: Record<string, number> = {};
  for (const { scopeName, injectTo, embeddedLanguages: embedded } of grammars.values()) {
    if (scopeName !== planScope && injectTo?.includes(planScope) !== true) continue;
    for (const [scope, language] of Object.entries(embedded ?? {})) {
      if (!languages.includes(language)) languages.push(language);
      embeddedLanguages[scope] = languages.indexOf(language);
    }
  }
  const grammar = await registry.loadGrammarWithConfiguration(planScope, 1, { embeddedLanguages });
  if (!grammar) throw new Error(`The grammar "${planScope}" could not be read.`);

  return (lines) => {
    let scopesState = textMate.INITIAL;
    let attributesState = textMate.INITIAL;
    return lines.map((text) => {
      const scoped = grammar.tokenizeLine(text, scopesState);
      scopesState = scoped.ruleStack;
      const attributed = grammar.tokenizeLine2(text, attributesState);
      attributesState = attributed.ruleStack;
      return {
        text,
        tokens: scoped.tokens.map((token) => ({ text: text.slice(token.startIndex, token.endIndex), scopes: token.scopes.slice(1) })),
        attributesAt: (column) => attributesOf(attributed.tokens, column, languages),
      };
    });
  };
}

/** The engine's binary tokens are pairs of a start column and packed metadata: 8 bits language, 2 bits kind. */
function attributesOf(tokens: Uint32Array, column: number, languages: readonly string[]): Attributes {
  let metadata = 0;
  for (let at = 0; at < tokens.length && (tokens[at] ?? 0) <= column; at += 2) metadata = tokens[at + 1] ?? 0;
  return { language: languages[metadata & 0xff] ?? '', kind: kinds[(metadata >> 8) & 0b11] ?? 'other' };
}

async function engine(edition: Edition): Promise<{ textMate: typeof TextMate; oniguruma: typeof Oniguruma }> {
  const require = createRequire(path.join(edition.root, 'package.json'));
  const textMate = require('vscode-textmate') as typeof TextMate;
  const oniguruma = require('vscode-oniguruma') as typeof Oniguruma;
  const wasm = readFileSync(path.join(edition.root, 'node_modules', 'vscode-oniguruma', 'release', 'onig.wasm'));
  await oniguruma.loadWASM({ data: wasm });
  return { textMate, oniguruma };
}

/** The grammars of the editor that a plan can need, and ours, by scope name. */
function contributions(edition: Edition): ReadonlyMap<string, GrammarContribution> {
  const extensions = ['yaml', 'powershell', 'bat'].map((name) => path.join(edition.root, 'extensions', name));
  return new Map(
    [...extensions, __projectRoot].flatMap((folder) =>
      (readManifest(folder).contributes?.grammars ?? []).map((grammar) => [grammar.scopeName, { ...grammar, path: path.join(folder, grammar.path) }] as const),
    ),
  );
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}
