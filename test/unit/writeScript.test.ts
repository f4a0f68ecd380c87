import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { scriptRegions } from '../../server/src/service/embedded/scriptRegions.ts';
import { writeScript } from '../../server/src/service/embedded/writeScript.ts';
import { parsePlan } from '../../server/src/service/plan/planDocument.ts';
import { runs } from '../support/fuzz.ts';
import { edited } from '../support/marked.ts';

const step = 'steps:\n  - id: a\n    run: ';

/** `«…»` is replaced. */
const edits: Readonly<Record<string, readonly [script: string, newText: string, result: string | undefined]>> = {
  'a block, with its indentation': [`${step}|\n      Get-A «-B»\n`, '`\n  -C', `${step}|\n      Get-A \`\n        -C\n`],
  'a block with CRLF': [`${step}|\n      Get-A «-B»\n`.replaceAll('\n', '\r\n'), '-C\n-D', `${step}|\n      Get-A -C\n      -D\n`.replaceAll('\n', '\r\n')],
  'single quotes': [`${step}'Get-A «-B»'\n`, "'x'", `${step}'Get-A ''x'''\n`],
  'double quotes': [`${step}"Get-A «-B»"\n`, '"\\x"\n', `${step}"Get-A \\"\\\\x\\"\\n"\n`],
  'a folded block': [`${step}>\n      Get-A\n      «-B»\n`, '-C "x"', `${step}>\n      Get-A\n      -C "x"\n`],
  'a folded block, whose lines are joined': [`${step}>\n      Get-A\n      «-B»\n`, '-C\n-D', undefined],
  'plain text': [`${step}Get-A «-B»\n`, '-C "x"', `${step}Get-A -C "x"\n`],
  'plain text that a number sign would end': [`${step}Get-A «-B»\n`, '-C # d', undefined],
  'plain text that a colon would make a key of': [`${step}Get-A «-B»\n`, '-C: d', undefined],
};

for (const [name, [source, newText, result]] of Object.entries(edits)) {
  test(`an edit in ${name}`, () => {
    const text = source.replace(/[«»]/g, '');
    const [region] = scriptRegions(parsePlan(text));
    assert.ok(region);
    const start = region.text.indexOf('-B');
    const edit = writeScript(text, region, { start, end: start + 2 }, newText);
    assert.equal(edit === undefined ? undefined : edited(text, [edit]), result);
  });
}

test('after an edit YAML reads the script that the edit was meant to make', () => {
  let tried = 0;
  const styles = fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED');
  const newTexts = fc.array(fc.constantFrom('-C', "'x'", '"y"', '\\', '$z', ' ', '#', ': ', ',', '[', '\n', '\t', '`'), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(styles, newTexts, fc.nat({ max: 12 }), (style, newText, at) => {
      const text = stringify({ steps: [{ id: 'a', run: 'Get-A -B "c"\nGet-D' }, { id: 'b', run: "Get-E 'f' -G" }] }, { defaultStringType: style, defaultKeyType: 'PLAIN' });
      for (const [index, region] of scriptRegions(parsePlan(text)).entries()) {
        const edit = writeScript(text, region, { start: at, end: at }, newText);
        if (edit === undefined) continue;
        tried++;
        const value = String(parseDocument(edited(text, [edit])).getIn(['steps', index, 'run']));
        assert.equal(value.trimEnd(), (region.text.slice(0, at) + newText + region.text.slice(at)).trimEnd());
      }
    }),
    { numRuns: runs },
  );
  assert.ok(tried > runs / 2);
});
