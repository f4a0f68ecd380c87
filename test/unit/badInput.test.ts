import assert from 'node:assert/strict';
import test from 'node:test';
import { codes } from '../../server/src/service/codes.ts';
import { service } from '../support/service.ts';

const good = 'federationPlan: 1\norganizations:\n  a:\n    acceptedDomains: [a.example]\n';
const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefghij'.split('').map((name, index) => `${name}: &${name} [${Array<string>(9).fill(`*${'abcdefghij'[index] ?? ''}`).join(', ')}]`)].join('\n');

/** Texts that are no plan, each with the code that must be found in it. */
const texts: Readonly<Record<string, readonly [text: string, code: string]>> = {
  empty: ['', 'plan/empty'],
  'blanks only': ['  \n\n', 'plan/empty'],
  'a comment only': ['# to be written\n', 'plan/empty'],
  'a sentence': ['This is not a plan.', 'plan/empty'],
  'a list': ['- a\n- b\n', 'plan/empty'],
  'a picture': ['\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR', 'plan/empty'],
  JSON: ['{"federationPlan": 1, "organizations": {"a": {"acceptedDomains": ["a.example"]}}, "x": 1}', 'plan/unknown-key'],
  'a tab as indentation': ['federationPlan: 1\norganizations:\n\ta:\n\t\trole: partner\n', 'yaml/syntax'],
  'markers of a merge': [`${good}<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> other\n`, 'yaml/merge-marker'],
  'five megabytes': [`${good}title: ${'x'.repeat(5_000_000)}\n`, 'plan/too-large'],
  'aliases that explode': [`${bomb}\n`, 'plan/unknown-key'],
  'an alias of itself': ['organizations: &a\n  b: *a\n', 'plan/missing-key'],
  'an unknown alias': [`${good}title: *nobody\n`, 'yaml/unknown-alias'],
  'a wildcard that reads as an alias': [good.replace('[a.example]', '[*.a.example]'), 'yaml/unknown-alias'],
  'brackets without end': ['['.repeat(100_000), 'plan/too-deep'],
  'braces without end': ['{a: '.repeat(50_000), 'plan/too-deep'],
  'dashes without end': ['- '.repeat(50_000), 'plan/too-deep'],
  'indentation without end': [Array.from({ length: 1500 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'), 'plan/too-deep'],
  'explicit keys without end': ['? '.repeat(50_000), 'plan/too-deep'],
  'two documents': [`${good}---\n${good}`, 'yaml/syntax'],
  'an open quote': [`title: "open\n${good}`, 'yaml/syntax'],
  'a key twice': [`${good}title: a\ntitle: b\n`, 'yaml/syntax'],
  'a tag': [`${good}title: !!js/function x\n`, 'yaml/syntax'],
  'half a surrogate pair': [`${good}titel: \ud83d\n`, 'plan/unknown-key'],
};

for (const [name, [text, code]] of Object.entries(texts)) {
  test(`a clear finding: ${name}`, () => {
    const plan = service.read(text);
    const { findings } = plan;
    assert.ok(findings.some((finding) => finding.code === code), findings.map((finding) => `${finding.code} ${finding.message}`).slice(0, 5).join('\n'));
    for (const { range, message, code: found } of findings) {
      assert.ok(codes.some((each) => each.code === found), `"${found}" is not in the table of codes`);
      assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length, `${range.start}–${range.end} of ${text.length}`);
      assert.match(message, /^[“"A-Z]/);
      assert.doesNotMatch(message, /\binvalid\b|undefined|\[object/i);
    }
    for (const offset of [0, Math.floor(text.length / 2), text.length]) {
      service.complete(plan, offset);
      service.hover(plan, offset);
    }
    assert.ok(service.checkSubjects(plan).length <= 2);
  });
}

test('a byte order mark, CRLF and a last line without an end are a good plan', () => {
  for (const text of [`\uFEFF${good}`, good.replaceAll('\n', '\r\n'), good.trimEnd()]) assert.deepEqual(service.read(text).findings, []);
});

test('every prefix of a plan is read, completed and hovered', () => {
  const plan = `${good}profile: practice\nagreement: { reference: FPA-0042 }\nsteps:\n  - id: one\n    organization: a\n    run: |\n      Get-FederationTrust | Format-List\n    verify: 'x'\n`;
  for (let end = 0; end <= plan.length; end++) {
    const read = service.read(plan.slice(0, end));
    service.complete(read, end);
    service.hover(read, end);
  }
});
