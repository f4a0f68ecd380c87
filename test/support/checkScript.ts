import assert from 'node:assert/strict';
import test from 'node:test';
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import { readPlan, type ReadPlan } from '../../server/src/service/readPlan.ts';
import { edited, marked } from './marked.ts';
import { catalogueText } from './service.ts';

export interface Script {
  /** PowerShell, with «…» around each place where the rule must find something. */
  readonly script: string;
  /** Exchange as a plan states it; absent: Exchange 2016. Empty: unknown. */
  readonly exchange?: string;
  readonly key?: 'run' | 'verify' | 'undo';
  /** Further keys of the step, each a line. */
  readonly step?: readonly string[];
}

export interface ScriptCase extends Script {
  /** Words that the first message must have. */
  readonly says: RegExp;
  /** The script after the first finding's first fix; absent: it must have none. */
  readonly fixed?: string;
  readonly severity?: 'error' | 'warning' | 'information';
}

const catalogue = openCatalogue(catalogueText);

/** A script rule's whole test: what it finds and where, what its fix makes of it, and scripts of which it must say nothing. */
export function checkScriptRule(code: string, cases: Readonly<Record<string, ScriptCase>>, silent: Readonly<Record<string, Script | string>>): void {
  for (const [name, each] of Object.entries(cases)) {
    test(`${code}: ${name}`, () => {
      const { text, ranges } = marked(planWith(each));
      const found = findingsIn(code, text);
      assert.deepEqual(found.map(({ range }) => text.slice(range.start, range.end)), ranges.map(({ start, end }) => text.slice(start, end)));
      assert.deepEqual(found.map(({ range }) => range), ranges);
      assert.match(found[0]?.message ?? '', each.says);
      const fix = found[0]?.fixes[0];
      const after = fix === undefined ? undefined : readPlan(edited(text, fix.edits), undefined, catalogue);
      assert.equal(after?.model.steps[0]?.data[each.key ?? 'run']?.trimEnd(), each.fixed?.trimEnd());
      if (each.severity !== undefined) assert.equal(found[0]?.severity, each.severity);
    });
  }
  for (const [name, each] of Object.entries(silent)) {
    test(`${code} is silent: ${name}`, () => assert.deepEqual(findingsIn(code, planWith(typeof each === 'string' ? { script: each } : each)).map(({ message }) => message), []));
  }
}

export function readWithCatalogue(text: string, previous?: ReadPlan): ReadPlan {
  return readPlan(text, previous, catalogue);
}

export function findingsIn(code: string, text: string): ReadPlan['findings'] {
  return readWithCatalogue(text).findings.filter((finding) => finding.code === code);
}

export function planWith({ script, exchange = 'exchange: { version: 2016 }', key = 'run', step = [] }: Script): string {
  const lines = script.split('\n').map((line) => (line === '' ? '' : `      ${line}`));
  return `federationPlan: 1
organizations:
  a: { ${[exchange, 'acceptedDomains: [a.example]'].filter((each) => each !== '').join(', ')} }
steps:
  - id: s
    organization: a
${step.map((line) => `    ${line}\n`).join('')}    ${key}: |
${lines.join('\n')}
`;
}
