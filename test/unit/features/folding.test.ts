import assert from 'node:assert/strict';
import test from 'node:test';
import { service } from '../../support/service.ts';

/** Folds as `first–last` lines, counted from 1, with their kind where it is not an entry. */
function folds(text: string): string[] {
  const line = (offset: number): number => text.slice(0, offset).split('\n').length;
  return [...new Set(service.foldingRanges(service.read(text)).map(({ range, kind }) => `${line(range.start)}–${line(range.end)}${kind === 'entry' ? '' : ` ${kind}`}`))];
}

const cases: Readonly<Record<string, readonly [text: string, folds: readonly string[]]>> = {
  'mappings, lists and items': ['organizations:\n  a:\n    role: partner\n    acceptedDomains:\n      - a.example\n      - name: b.example\n        primary: true\n\n  b: {}\n', ['1–9', '2–7', '4–7', '6–7']],
  'a list in pieces': ['steps:\n  - id: a\n    organization: x\n\n  - id: b\n    organization: x\n\n\n', ['1–6', '2–3', '5–6']],
  'a block without the blank lines behind it': ['steps:\n  - id: a\n    run: |\n      Get-A\n      Get-B\n\n    verify: x\n', ['1–7', '2–7', '3–5']],
  'blocks and here-strings inside a script': ["steps:\n  - id: a\n    run: |\n      Get-A | ForEach-Object {\n        Set-A @{\n          b = 1\n        }\n      }\n      $a = @'\n      text\n      '@\n", ['1–11', '2–11', '3–11', '4–8', '5–7', '9–11']],
  'runs of comments': ['# one\n# two\n\n# alone\ntitle: x\n  # in\n  # deeper\n# out\n', ['1–2 comment', '6–7 comment']],
  'regions, in scripts too': ['# region all\ntitle: x\nsteps:\n  - run: |\n      #region a\n      Get-A\n      # no comment of the plan\n      # either\n      #endregion\n# endregion\n', ['1–10 region', '3–9', '4–9', '5–9 region']],
  'flow collections': ['organizations:\n  a: {\n    role: partner,\n    acceptedDomains: [\n      a.example ] }\n', ['1–5', '2–5', '4–5']],
  CRLF: ['organizations:\r\n  a:\r\n    role: partner\r\n', ['1–3', '2–3']],
  'nothing on one line': ['federationPlan: 1\norganizations: { a: {} }\n', []],
  'nothing of what cannot be read': ['[', []],
};

for (const [name, [text, expected]] of Object.entries(cases)) {
  test(`folding: ${name}`, () => assert.deepEqual(folds(text), expected));
}
