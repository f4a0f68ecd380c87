import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { fedplan } from '../support/fedplan.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'fedplan-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string | Uint8Array): string {
  const full = path.join(folder, name);
  writeFileSync(full, text);
  return full;
}

const good = file('good.fedplan.yaml', '\uFEFFfederationPlan: 1\r\norganizations:\r\n  a:\r\n    acceptedDomains: [a.example]\r\n');
const warned = file('warned.fedplan.yaml', 'federationPlan: 1\ntitle: "a\\fb"\norganizations:\n  a:\n    acceptedDomains: [a.example]\n');
const faulty = file('faulty.fedplan.yaml', 'federationPlan: 1\n');
const notYaml = file('not.fedplan.yaml', 'federationPlan: [\n');
const utf16 = file('wide.fedplan.yaml', Buffer.from('\uFEFFfederationPlan: 1\norganizations:\n  a: { acceptedDomains: [a.example] }\n', 'utf16le'));
const binary = file('binary.fedplan.yaml', Uint8Array.from({ length: 4096 }, (_each, index) => (index * 7) % 256));

const withProfile = file('own.fedplan.yaml', 'federationPlan: 1\nprofile: county\norganizations:\n  a:\n    acceptedDomains: [a.example]\n');
const elsewhere = path.join(mkdtempSync(path.join(folder, 'elsewhere-')), 'county.fedprofile.yaml');
writeFileSync(elsewhere, 'id: county\ntitle: The county\n');
const wrongProfile = path.join(path.dirname(elsewhere), 'wrong.fedprofile.yaml');
writeFileSync(wrongProfile, 'id: county\n');
const besideProfile = path.join(path.dirname(elsewhere), 'beside.fedplan.yaml');
writeFileSync(besideProfile, 'federationPlan: 1\nprofile: county\norganizations:\n  a:\n    acceptedDomains: [a.example]\n');

const cases: readonly (readonly [args: readonly string[], code: number, says: RegExp])[] = [
  [['validate', good], 0, /^0 errors, 0 warnings, 0 notes in 1 file\n$/],
  [['validate', good, good], 0, /in 2 files/],
  [['validate', warned], 0, /warned\.fedplan\.yaml:2:8: warning: .* \[yaml\/control-character\]/],
  [['validate', warned, '--max-warnings', '0'], 1, /1 warning,/],
  [['validate', warned, '--max-warnings', '1'], 0, /1 warning,/],
  [['validate', faulty], 1, /\[plan\/missing-key\]/],
  [['validate', good, faulty], 1, /1 error,/],
  [['validate', notYaml], 1, /\[yaml\/syntax\]/],
  [['validate', binary], 1, /error/],
  [['validate', '--json', faulty], 1, /"code": "plan\/missing-key"/],
  [['validate'], 2, /No file is named\..*\nUsage: fedplan validate/],
  [['validate', path.join(folder, 'nowhere')], 2, /nowhere" cannot be read: it does not exist/],
  [['validate', folder], 2, /it is a folder/],
  [['validate', utf16], 0, /^0 errors/],
  [['validate', good, '--colour'], 2, /^"--colour" is not an option of this command\.\nUsage: fedplan validate/],
  [['validate', good, '--jso'], 2, /Did you mean "--json"\?/],
  [['validate', '--profile'], 2, /^"--profile" needs a value behind it\./],
  [['validate', good, '--json=yes'], 2, /^"--json" takes no value\./],
  [['validate', '--max-warnings', good], 2, /"--max-warnings .*" is not a number/],
  [['validate', good, '--max-warnings', 'few'], 2, /"--max-warnings few" is not a number/],
  [['validate', withProfile], 1, /"county" is not a value of "profile"/],
  [['validate', withProfile, '--profile', elsewhere], 0, /^0 errors, 0 warnings/],
  [['validate', besideProfile, elsewhere], 0, /^0 errors, 0 warnings, 0 notes in 2 /],
  [['validate', withProfile, '--profile', wrongProfile], 0, /\[profile\/unread\]/],
  [['validate', wrongProfile], 1, /wrong\.fedprofile\.yaml:1:1: error: The profile does not state "title", which is required\. Add it\. \[profile\/missing-key\]/],
  [['validate', withProfile, '--profile', path.join(folder, 'nowhere')], 2, /nowhere" cannot be read/],
  [['check', notYaml], 1, /cannot be read as a plan: /],
  [['check', file('later.fedplan.yaml', 'federationPlan: 2\norganizations:\n  a: { acceptedDomains: [a.example] }\n')], 1, /version 2 of the plan format/],
  [['validate', '--help'], 0, /^Usage: fedplan validate[^\n]*\n\n {2}--profile FILE[^]*Exit codes: 0/],
  [['help', 'check'], 0, /^Usage: fedplan check[^]*--inner-resolver SERVER/],
  [['practice', '--help'], 0, /^Usage:\n {2}fedplan practice --list\n[^]*-- COMMAND/],
  [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
  [['lsp'], 2, /Expected is "--stdio"/],
  [['check', good, '--domain', 'b.example'], 2, /No domain of the plan fits\. It has a\/a\.example\./],
  [['check', faulty], 2, /No domain of the plan fits\. It has none/],
  [[], 2, /Usage:/],
  [['help'], 0, /fedplan check <file…>/],
  [['chekc', good], 2, /"chekc" is not a command of fedplan\. Did you mean "check"\?/],
  [['practice', '--scenario', 'nobody'], 2, /nobody/],
  [['practice', '--list'], 0, /^healthy\tpractice\/healthy\.fedplan\.yaml\t/],
];

for (const [args, code, says] of cases) {
  test(`fedplan ${args.map((arg) => path.basename(arg)).join(' ')} ends with ${code}`, async () => {
    const ended = await fedplan(args);
    assert.match(ended.stdout + ended.stderr, says);
    assert.equal(ended.code, code);
    assert.doesNotMatch(ended.stderr, /\n {4}at /);
  });
}

test('control characters of a plan do not reach the terminal', async () => {
  const { stdout } = await fedplan(['validate', file('escape.fedplan.yaml', 'federationPlan: 1\norganizations:\n  "e\\e[31m": {}\n')]);
  assert.ok(!stdout.includes(String.fromCharCode(0x1b)));
  assert.match(stdout, /\\u001b\[31m/);
});

test('a route that is not one is said, not left out, and only by what would take it', async () => {
  const ended = await fedplan(['check', good], { env: { FEDPLAN_ROUTE: '{"resolvers": "127.0.0.1"}' } });
  assert.equal(ended.code, 2);
  assert.match(ended.stderr, /"FEDPLAN_ROUTE" is not a route\. Expected is/);
  assert.equal((await fedplan(['validate', good], { env: { FEDPLAN_ROUTE: 'x' } })).code, 0);
});
