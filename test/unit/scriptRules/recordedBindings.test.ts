import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { openCatalogue } from '../../../server/src/service/catalogue/catalogue.ts';
import type { VersionCode } from '../../../server/src/service/catalogue/cmdlet.ts';
import { readScript } from '../../../server/src/service/powershell/readScript.ts';
import { judgeScript } from '../../../server/src/service/scriptRules/judgeScript.ts';
import { refusing } from '../../conformance/refusingCodes.ts';
import { catalogueText } from '../../support/service.ts';

declare const __projectRoot: string;

interface Answer {
  readonly text: string;
  readonly on?: VersionCode;
  readonly errors: readonly { readonly id: string; readonly parameter?: string }[];
}

const recorded = readFileSync(path.join(__projectRoot, 'test', 'powershell-engine', 'recorded', 'bind.jsonl'), 'utf8');
const answers = recorded.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Answer);
const catalogue = openCatalogue(catalogueText);

function refusalsOf({ text, on }: Answer): string[] {
  const findings = judgeScript(readScript(text), { key: 'run', versions: on === undefined ? [] : [on], defined: [], isOpen: false, words: '', hasUndo: false }, catalogue);
  return findings.filter(({ code }) => refusing.has(code)).map(({ code, message }) => `${code}: ${message}`);
}

test('a call that PowerShell binds is not accused', () => {
  const bound = answers.filter(({ errors }) => errors.length === 0);
  assert.ok(bound.length > 500);
  assert.deepEqual(bound.flatMap((answer) => refusalsOf(answer).map((finding) => `${answer.text} => ${finding}`)), []);
});

test('calls that PowerShell refuses are found, but where the documentation leaves the reason open', () => {
  // What a cmdlet's output is nobody knows before it runs, and a cmdlet of another version has a rule of its own.
  const refused = answers.filter(({ errors: [first] }) => first !== undefined && first.id !== 'CommandNotFoundException' && first.id !== 'InputObjectNotBound');
  // Stand-ins have lists where Exchange has enumerations, and an enumeration takes the beginning of one name, or a name with blanks around it.
  const isBeginning = ({ text, errors: [first] }: Answer): boolean => {
    const values = catalogue.find(text.split(' ')[0] ?? '')?.parameters.find(({ name }) => name === first?.parameter)?.values ?? [];
    return first?.id === 'ParameterArgumentValidationError' && values.some((value) => new RegExp(`["' ](?:${value.slice(0, -1)}|${value} )["']?(?: |$)`, 'i').test(text));
  };
  const byId = new Map<string, [found: number, all: number]>();
  for (const answer of refused.filter((each) => !isBeginning(each))) {
    const id = answer.errors[0]?.id ?? '';
    const [found, all] = byId.get(id) ?? [0, 0];
    byId.set(id, [found + (refusalsOf(answer).length > 0 ? 1 : 0), all + 1]);
  }
  const share = (id: string): number => (byId.get(id)?.[0] ?? 0) / (byId.get(id)?.[1] ?? 1);
  for (const [id, least] of Object.entries({ NamedParameterNotFound: 0.98, ParameterAlreadyBound: 0.98, MissingArgument: 0.95, PositionalParameterNotFound: 0.98, ParameterArgumentValidationError: 0.85, AmbiguousParameter: 0.9, ParameterArgumentTransformationError: 0.7, MissingMandatoryParameter: 0.55 })) {
    assert.ok(share(id) >= least, `${id}: ${share(id).toFixed(3)} of ${byId.get(id)?.[1] ?? 0}`);
  }
});
