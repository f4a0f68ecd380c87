import assert from 'node:assert/strict';
import test from 'node:test';
import type { HostOffset, ScriptOffset } from '../../server/src/service/embedded/offsetMap.ts';
import { scriptRegions } from '../../server/src/service/embedded/scriptRegions.ts';
import { parsePlan } from '../../server/src/service/plan/planDocument.ts';

const step = 'federationPlan: 1\nsteps:\n  - id: a\n';
const shapes: readonly [name: string, text: string, script: string][] = [
  ['literal block', `${step}    run: |\n      Get-A\n        -B c\n`, 'Get-A\n  -B c\n'],
  ['indentation digit', `${step}    run: |2\n        Get-A\n      Get-B\n`, '  Get-A\nGet-B\n'],
  ['chomping', `${step}    run: |-\n      Get-A\n    verify: |+\n      Get-B\n\n`, 'Get-A\n'],
  ['comment behind the header', `${step}    run: | # the shell\n      Get-A\n`, 'Get-A\n'],
  ['CRLF', `${step}    run: |\n      Get-A\n\n      Get-B\n`.replaceAll('\n', '\r\n'), 'Get-A\n\nGet-B\n'],
  ['blank line longer than the indentation', `${step}    run: |\n      Get-A\n         \n      Get-B\n`, 'Get-A\n   \nGet-B\n'],
  ['no line end at the end of the file', `${step}    run: |\n      Get-A`, 'Get-A\n'],
  ['here-string', `${step}    run: |\n      $a = @'\n      x\n      '@\n`, "$a = @'\nx\n'@\n"],
  ['wide characters', `${step}    run: |\n      Get-Ä '😀' # né\n`, "Get-Ä '😀' # né\n"],
  ['plain text on one line', `${step}    run: Get-A -B c\n`, 'Get-A -B c'],
  ['single quotes', `${step}    run: 'Get-A -B c'\n`, 'Get-A -B c'],
  ['flow mapping', 'steps: [{ id: a, run: Get-A }]\n', 'Get-A'],
];

for (const [name, text, script] of shapes) {
  test(`script of ${name}`, () => {
    const region = scriptRegions(parsePlan(text))[0];
    assert.ok(region);
    assert.equal(region.text, script);
    for (const { host, script: from, length, isShort } of region.map.segments) {
      assert.equal(text.slice(host, host + length), script.slice(from, from + length));
      if (isShort === true) continue;
      for (let offset = host; offset <= host + length; offset++) {
        const inside = region.map.toScript(offset as HostOffset);
        assert.ok(inside !== undefined);
        assert.equal(region.map.toHost(inside), offset);
      }
    }
    for (let offset = 0; offset < script.length; offset++) assert.ok(region.map.toHost(offset as ScriptOffset) !== undefined, `offset ${offset}`);
  });
}

test('a line that is being typed below the block belongs to it', () => {
  const text = `${step}    run: |\n      Get-A\n      `;
  const region = scriptRegions(parsePlan(text))[0];
  assert.equal(region?.end, text.length);
  assert.equal(region.map.toScript(text.length as HostOffset), 6);
});

/** Lines of blanks only, as columns at which the cursor is in the script; `_` stands for a blank. */
const blankLines: Readonly<Record<string, readonly [text: string, columns: readonly number[]]>> = {
  'left of the block’s indentation': [`${step}    run: |\n      Get-A\n____\n      Get-B\n`, []],
  'at the block’s indentation': [`${step}    run: |\n      Get-A\n______\n      Get-B\n`, [6]],
  'right of the block’s indentation': [`${step}    run: |\n      Get-A\n________\n      Get-B\n`, [6, 7, 8]],
  'without a blank': [`${step}    run: |\n      Get-A\n_\n      Get-B\n`.replace('_', ''), []],
  'of a block that is still empty': [`${step}    run: |\n______\n`, [6]],
  'of an empty block, left of its key': [`${step}    run: |\n____\n`, []],
  'with CRLF': [`${step}    run: |\n      Get-A\n____\n      Get-B\n`.replaceAll('\n', '\r\n'), []],
};

for (const [name, [marked, columns]] of Object.entries(blankLines)) {
  test(`a blank line ${name}`, () => {
    const text = marked.replaceAll('_', ' ');
    const region = scriptRegions(parsePlan(text))[0];
    assert.ok(region);
    const blank = /\n( *)(?=\r?\n)/.exec(text);
    assert.ok(blank);
    const start = blank.index + 1;
    const inside = Array.from({ length: (blank[1] ?? '').length + 1 }, (_, column) => column).filter((column) => region.map.toScript((start + column) as HostOffset) !== undefined);
    assert.deepEqual(inside, columns);
    // The script keeps its empty line, and each of its offsets has a place in the plan.
    for (let offset = 0; offset < region.text.length; offset++) assert.ok(region.map.toHost(offset as ScriptOffset) !== undefined, `offset ${offset}`);
  });
}
