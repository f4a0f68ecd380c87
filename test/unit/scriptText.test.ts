import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import type { HostOffset, ScriptOffset } from '../../server/src/service/embedded/offsetMap.ts';
import { scriptRegions } from '../../server/src/service/embedded/scriptRegions.ts';
import { parsePlan } from '../../server/src/service/plan/planDocument.ts';
import { runs } from '../support/fuzz.ts';

const words = fc.constantFrom('Get-A', '-B', "'x'", '"y"', '😀', 'é', '\\', '$z', '#', ':', '|', '{', '\t', ' ', '  ', '\n', '\n\n', '\n  ', '\u00A0', '\u2028', '\0', '\x7F', '`');
const scripts = fc.array(words, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '));
const styles = fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED');

/** Where both sides hold the same text, offsets go there and back; so does each place between two characters of a line. */
function checkMap(text: string): void {
  for (const region of scriptRegions(parsePlan(text))) {
    let behind = -1;
    for (const { host, script, length, isShort } of region.map.segments) {
      assert.ok(script >= behind, 'segments are in order');
      behind = script + length;
      assert.equal(text.slice(host, host + length), region.text.slice(script, script + length));
      if (isShort === true || length === 0) continue;
      for (let offset = host; offset < host + length; offset++) {
        const inside = region.map.toScript(offset as HostOffset);
        assert.ok(inside !== undefined);
        assert.equal(region.map.toHost(inside), offset);
      }
    }
    // Blank lines of plain and quoted text, and the halves of an escaped character, are not told apart.
    for (let offset = 0; offset < region.text.length; offset++) if (!/[\n\uDC00-\uDFFF]/.test(region.text.slice(offset - 1, offset + 1))) assert.ok(region.map.toHost(offset as ScriptOffset) !== undefined, `offset ${offset} of ${JSON.stringify(region.text)}`);
  }
}

test('a script, however YAML writes it, is read as YAML reads it, and its places have one in the plan', () => {
  let mapped = 0;
  fc.assert(
    fc.property(scripts, styles, fc.integer({ min: 20, max: 80 }), fc.boolean(), (script, style, lineWidth, returns) => {
      const written = stringify({ steps: [{ id: 'a', run: script }] }, { defaultStringType: style, lineWidth, defaultKeyType: 'PLAIN' });
      const text = returns ? written.replaceAll('\n', '\r\n') : written;
      const value: unknown = parseDocument(text).getIn(['steps', 0, 'run']);
      const [region] = scriptRegions(parsePlan(text));
      checkMap(text);
      if (typeof value !== 'string' || value.trim() === '' || region === undefined) return;
      mapped++;
      assert.equal(region.text.trimEnd(), value.trimEnd());
    }),
    { numRuns: runs },
  );
  assert.ok(mapped > runs / 2, `${mapped} of ${runs} were mapped`);
});

const step = 'federationPlan: 1\nsteps:\n  - id: a\n    run: ';

/** What YAML makes of each, and the place of the word `here` in the plan. */
const written: Readonly<Record<string, readonly [text: string, script: string]>> = {
  'an escape': [`${step}"Get-A\\t'here'"\n`, "Get-A\t'here'"],
  'a character by its number': [`${step}"\\x41 \\u00e4 \\U0001F600 here"\n`, 'A ä 😀 here'],
  'an escaped quote': [`${step}"Get-A \\"x\\" here"\n`, 'Get-A "x" here'],
  'a doubled quote': [`${step}'Get-A ''x'' here'\n`, "Get-A 'x' here"],
  'quoted text on several lines': [`${step}"Get-A\n      -B c\n\n      here"\n`, 'Get-A -B c\nhere'],
  'an escaped line break': [`${step}"Get-A \\\n      here"\n`, 'Get-A here'],
  'plain text on several lines': [`${step}Get-A\n      -B c\n      here\n`, 'Get-A -B c here'],
  'a folded block': [`${step}>\n      Get-A\n      -B c\n\n      Get-D\n        deeper\n      here\n`, 'Get-A -B c\nGet-D\n  deeper\nhere'],
  'a folded block with its own indentation and no line end': [`${step}>2-\n       Get-A\n      -B\n      here`, ' Get-A\n-B here'],
  'a folded block with CRLF': [`${step}>\r\n      Get-A\r\n      here\r\n`, 'Get-A here'],
};

for (const [name, [text, script]] of Object.entries(written)) {
  test(`the script of ${name}`, () => {
    const [region] = scriptRegions(parsePlan(text));
    assert.ok(region);
    assert.equal(region.text, script);
    checkMap(text);
    const at = script.indexOf('here') as ScriptOffset;
    assert.equal(region.map.toHost(at), text.indexOf('here'));
    assert.equal(region.map.toScript(text.indexOf('here') as HostOffset), at);
  });
}
