import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { colourCases } from './colourCases.ts';
import { type ColouredLine, installedEditions, planColours, type Token } from './editorGrammars.ts';

declare const __projectRoot: string;

const folder = path.join(__projectRoot, 'test', 'grammar');
const snapshots = path.join(folder, 'snapshots');
const update = process.env.UPDATE_SNAPSHOTS === '1';
const plans = readdirSync(path.join(folder, 'plans')).sort();
const editions = installedEditions();
const snapshotName = (plan: string, edition: string): string => `${plan.replace('.fedplan.yaml', '')}.${edition}.txt`;

/** Line ends as the editor takes them off, and as other users of the grammar leave them. */
const lineEnds = [
  { name: '', split: (text: string) => text.split('\n') },
  { name: ', with carriage returns', split: (text: string) => text.split('\n').map((line) => `${line}\r`) },
];

for (const edition of editions) {
  let loading: ReturnType<typeof planColours> | undefined;
  const load = (): ReturnType<typeof planColours> => (loading ??= planColours(edition));

  for (const { name, split } of lineEnds) {
    for (const one of colourCases) {
      test(`VS Code ${edition.version}: ${one.name}${name}`, async () => {
        const colours = await load();
        const lines = colours(split(one.plan.trimStart()));
        for (const piece of one.powershell ?? []) expectEmbedded(lines, piece, 'powershell', 'source.powershell');
        for (const piece of one.batch ?? []) expectEmbedded(lines, piece, 'bat', 'source.batchfile');
        for (const piece of one.text ?? []) expectPlan(lines, piece);
        for (const key of one.keys ?? []) {
          for (const token of expectPlan(lines, key, new RegExp(`(?<![\\w-])${key}(?= *:)`))) expectScope(token, 'entity.name.tag.yaml');
        }
        for (const [piece, scope] of Object.entries(one.scopes ?? {})) {
          for (const token of find(lines, piece).tokens) expectScope(token, scope);
        }
      });
    }
  }

  for (const plan of plans) {
    test(`VS Code ${edition.version}: the colours of ${plan} are as recorded`, async () => {
      const colours = await load();
      const actual = describeColours(colours(readFileSync(path.join(folder, 'plans', plan), 'utf8').split(/\r\n|\n/)));
      const file = path.join(snapshots, snapshotName(plan, edition.name));
      if (update) {
        mkdirSync(snapshots, { recursive: true });
        writeFileSync(file, actual);
      }
      assert.equal(actual, readFileSync(file, 'utf8').replaceAll('\r\n', '\n'), 'Look at the difference; if it is right, record it with UPDATE_SNAPSHOTS=1.');
    });
  }
}

test('every recorded snapshot belongs to a plan and an edition', () => {
  const expected = plans.flatMap((plan) => editions.map((edition) => snapshotName(plan, edition.name)));
  const spare = readdirSync(snapshots).filter((name) => !expected.includes(name));
  if (update) for (const name of spare) rmSync(path.join(snapshots, name));
  assert.deepEqual(update ? [] : spare, []);
});

test('without the editors, the reason and the remedy are said', () => {
  const empty = path.join(__projectRoot, 'out', `no-editors-${process.pid}`);
  mkdirSync(empty, { recursive: true });
  try {
    writeFileSync(path.join(empty, 'package.json'), JSON.stringify({ engines: { vscode: '^1.96.0' } }));
    assert.throws(() => installedEditions(empty), /VS Code 1\.96\.x and a newer one.*There: none\. Run "npm test"/);
    mkdirSync(path.join(empty, '.vscode-test', 'server-1.96.4'), { recursive: true });
    assert.throws(() => installedEditions(empty), /There: 1\.96\.4\. Run "npm test"/);
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
});

/** The tokens that a piece covers, blank ones aside; the piece must occur once. */
function find(lines: readonly ColouredLine[], piece: string, pattern?: RegExp): { tokens: readonly Token[]; line: ColouredLine; column: number } {
  const columnIn = (text: string): number => (pattern ? text.search(pattern) : text.indexOf(piece));
  const hits = lines.filter(({ text }) => columnIn(text) >= 0);
  const line = hits[0];
  assert.ok(line && hits.length === 1, `"${piece}" stands on ${hits.length} lines of the plan`);
  const column = columnIn(line.text);
  let start = 0;
  const tokens = line.tokens.filter((token) => {
    const end = start + token.text.length;
    const covered = start < column + piece.length && end > column && token.text.trim() !== '';
    start = end;
    return covered;
  });
  assert.ok(tokens.length > 0, `"${piece}" has no token`);
  return { tokens, line, column };
}

function expectScope(token: Token, scope: string): void {
  assert.ok(token.scopes.includes(scope), `"${token.text}" should have "${scope}" but has: ${token.scopes.join(' ')}`);
}

function expectEmbedded(lines: readonly ColouredLine[], piece: string, language: string, scope: string): void {
  const { tokens, line, column } = find(lines, piece);
  for (const token of tokens) expectScope(token, scope);
  assert.equal(line.attributesAt(column).language, language, `"${piece}"`);
}

function expectPlan(lines: readonly ColouredLine[], piece: string, pattern?: RegExp): readonly Token[] {
  const { tokens, line, column } = find(lines, piece, pattern);
  for (const token of tokens) assert.ok(!token.scopes.some((scope) => scope.startsWith('meta.embedded')), `"${token.text}" belongs to no script but has: ${token.scopes.join(' ')}`);
  assert.equal(line.attributesAt(column).language, 'federation-plan', `"${piece}"`);
  return tokens;
}

/** Each line, and below it its pieces with their scopes; neighbours of one colour are one piece. */
function describeColours(lines: readonly ColouredLine[]): string {
  return lines
    .map(({ text, tokens }) => {
      const pieces: { text: string; scopes: string }[] = [];
      for (const token of tokens) {
        const scopes = token.scopes.join(' ');
        const last = pieces.at(-1);
        if (last?.scopes === scopes) last.text += token.text;
        else pieces.push({ text: token.text, scopes });
      }
      const described = pieces.filter((piece) => piece.text.trim() !== '').map((piece) => `    ${piece.text.trim()} => ${piece.scopes || '(none)'}\n`);
      return `>${text}\n${described.join('')}`;
    })
    .join('');
}
