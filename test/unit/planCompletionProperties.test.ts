import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionEntry } from '../../server/src/service/features/completionEntry.ts';
import { parsePlan } from '../../server/src/service/plan/planDocument.ts';
import { service } from '../support/service.ts';
import { runs } from '../support/fuzz.ts';

declare const __projectRoot: string;

const examples = readdirSync(path.join(__projectRoot, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.fedplan.yaml'))
  .map((file) => readFileSync(path.join(__projectRoot, 'examples', file), 'utf8'));

const inserts = [
  '', ' ', '\n', '\r\n', '\r', '\t', '\n  ', '\n    ', '\n      ', '\n  - ', '- ', '-', ': ', ':', ', ', ',', '{', '}', '[', ']', '{ ', '"', "'", "it's ", '#', ' # ', '&a ', '*a', '!!str ', '|\n', '>-\n', '---\n', '? ', '\u2028', '\ud83d', '\uFEFF',
  'role', 'owner: a', '"name": x', '{ owner: a, # it\'s\n  target: b, ', '[ # one\n  a.example, ', 'run: |\n      Get-Federat', 'New-OrganizationRelationship -Fr',
];

interface Change {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}
const change: fc.Arbitrary<Change> = fc.record({ at: fc.nat(), remove: fc.oneof(fc.constant(0), fc.nat({ max: 30 })), insert: fc.constantFrom(...inserts) });
const changes = (maxLength: number): fc.Arbitrary<Change[]> => fc.array(change, { maxLength });

/** A changed example, and a cursor that mostly stands where the last change was. */
function changed(example: number, all: readonly Change[], anywhere: number): { text: string; offset: number } {
  let text = examples[example] ?? '';
  let offset = anywhere % (text.length + 1);
  for (const { at, remove, insert } of all) {
    const from = at % (text.length + 1);
    text = text.slice(0, from) + insert + text.slice(from + remove);
    offset = from + insert.length;
  }
  return { text, offset: anywhere % 4 === 0 ? anywhere % (text.length + 1) : offset };
}

test('what a completion replaces stands around the cursor, on its line', () => {
  fc.assert(
    fc.property(fc.nat({ max: examples.length - 1 }), changes(3), fc.nat(), (example, all, anywhere) => {
      const { text, offset } = changed(example, all, anywhere);
      const document = TextDocument.create('', '', 0, text);
      const { line } = document.positionAt(offset);
      for (const { label, range } of service.complete(service.read(text), offset)) {
        assert.ok(range.start <= offset && offset <= range.end, `${label}: ${range.start}–${range.end} at ${offset}`);
        assert.deepEqual([document.positionAt(range.start).line, document.positionAt(range.end).line], [line, line], label);
      }
    }),
    { numRuns: runs },
  );
});

/** The text after choosing an entry, its tab stops left empty. */
function chosen(text: string, { range, newText, isSnippet }: CompletionEntry): string {
  const plain = isSnippet ? newText.replaceAll(/\$\{\d+:([^}]*)\}|\$\{\d+\|([^,|]*)[^}]*\}|\$\d/g, '$1$2') : newText;
  return text.slice(0, range.start) + plain + text.slice(range.end);
}

/** A key, value or new entry that makes good YAML bad is none to offer; a key whose value is still missing is good YAML. */
test('what is offered in good YAML leaves it good', () => {
  fc.assert(
    fc.property(fc.nat({ max: examples.length - 1 }), changes(2), fc.nat(), fc.nat(), (example, all, anywhere, choice) => {
      const { text, offset } = changed(example, all, anywhere);
      const before = parsePlan(text);
      fc.pre(before.problems.length === 0 && typeof before.value === 'object' && before.value !== null);
      const entries = service.complete(service.read(text), offset).filter(({ kind }) => kind === 'key' || kind === 'value' || kind === 'entry');
      const entry = entries[choice % Math.max(entries.length, 1)];
      if (entry === undefined) return;
      const after = chosen(text, entry);
      assert.deepEqual(parsePlan(after).problems.filter(({ code }) => code === 'yaml/syntax'), [], `${entry.label} in ${JSON.stringify(after.slice(Math.max(entry.range.start - 200, 0), entry.range.end + 200))}`);
    }),
    { numRuns: runs },
  );
});
