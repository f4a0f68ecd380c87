import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

declare const __projectRoot: string;

interface LanguageConfiguration {
  wordPattern: { pattern: string; flags: string };
  indentationRules: { increaseIndentPattern: string };
  onEnterRules: readonly { beforeText: string; afterText?: string; action: { indent: string; appendText?: string } }[];
}

const configuration = JSON.parse(readFileSync(path.join(__projectRoot, 'language-configuration.json'), 'utf8')) as LanguageConfiguration;

/** By how many columns the next line is indented deeper than the line's first character; the first rule that fits counts. */
function indentedBy(line: string): number {
  const rule = configuration.onEnterRules.find(({ beforeText, afterText }) => new RegExp(beforeText).test(line) && new RegExp(afterText ?? '').test(''));
  return rule ? 2 + (rule.action.appendText ?? '').length : 0;
}

const enter: readonly [line: string, columns: number][] = [
  ['steps:', 2],
  ['    run: |', 2],
  ['    verify: |2-  # the Exchange shell', 2],
  ['    undo: !!str >+', 2],
  ['  proxy:  # as the service sees it', 2],
  // The next line belongs to the key of the item, which stands two columns behind the dash.
  ['  - run: |', 4],
  ['- winHttp:', 4],
  ['  - id: enable-wssecurity', 2],
  ['  - name: NHSmail  ', 2],
  // Silent: there is nothing to open, or the brackets know it better.
  ['    role: partner', 0],
  ['  - battlecalfed1.example', 0],
  ['  - { id: winhttp, organization: battlecalfed }', 0],
  ['    domains: [', 0],
  ['  - domains: [', 0],
  ['  # to be said:', 0],
  ['  # - run: |', 0],
  ['    autodiscover: https://autodiscover.battlecalfed1.example/autodiscover/autodiscover.svc', 0],
  ['', 0],
];

for (const [line, columns] of enter) {
  test(`Enter after "${line}" indents by ${columns}`, () => assert.equal(indentedBy(line), columns));
}

test('what opens a block or a mapping also counts for the indentation rules', () => {
  const increases = new RegExp(configuration.indentationRules.increaseIndentPattern);
  for (const [line, columns] of enter) if (columns > 0 && !/: \w/.test(line)) assert.match(line, increases);
  for (const line of ['    role: partner', '  # to be said:', '  - battlecalfed1.example', '']) assert.doesNotMatch(line, increases);
});

test('a word is a cmdlet, a domain or a version as a whole, and ends at YAML’s own characters', () => {
  const words = (text: string): string[] => [...text.matchAll(new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`))].map(([word]) => word);
  assert.deepEqual(words('  domains: [battlecalfed1.example, "xn--bcher-kva.example"]  # bücher.example'), [
    'domains',
    'battlecalfed1.example',
    'xn--bcher-kva.example',
    'bücher.example',
  ]);
  assert.deepEqual(words('run: Get-FederationTrust -Identity $null'), ['run', 'Get-FederationTrust', 'Identity', '$null']);
  assert.deepEqual(words('- { update: 15.10, user: a@b.example, url: https://c.example/EWS }'), ['update', '15.10', 'user', 'a', 'b.example', 'url', 'https', 'c.example', 'EWS']);
});
