import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import { createLanguageService } from '../../server/src/service/index.ts';
import { commandAt } from '../../server/src/service/powershell/scriptPlaceAt.ts';

declare const __projectRoot: string;

interface Snippet {
  readonly prefix: string;
  readonly body: string | readonly string[];
  readonly description: string;
}

const read = (...file: readonly string[]): string => readFileSync(path.join(__projectRoot, ...file), 'utf8');
const plans = JSON.parse(read('snippets', 'federation-plan.json')) as Record<string, Snippet>;
const cmdlets = JSON.parse(read('snippets', 'federation-cmdlets.json')) as Record<string, Snippet>;
const catalogueText = read('server', 'data', 'cmdletCatalogue.jsonl');

/** What an editor inserts when every tab stop is left as it is. */
function inserted({ body }: Snippet): string {
  const text = typeof body === 'string' ? body : body.join('\n');
  const values = new Map<string, string>();
  const take = (stop: string, value: string): string => {
    values.set(stop, value);
    return value;
  };
  return text
    .replaceAll(/\$\{(\d+)\|([^,|]*)[^|]*\|\}/g, (_, stop: string, first: string) => take(stop, first))
    .replaceAll(/\$\{(\d+):((?:\\.|[^}\\])*)\}/g, (_, stop: string, value: string) => take(stop, value))
    .replaceAll(/(?<!\\)\$(\d+)/g, (_, stop: string) => values.get(stop) ?? '')
    .replaceAll(/\\([\\$}])/g, '$1');
}

function indented(text: string, by: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(by));
}

const head = 'federationPlan: 1\norganizations:\n';
const two = `${head}  battlecalfed: { acceptedDomains: [battlecalfed1.example] }\n  nhsmail: { role: service, acceptedDomains: [nhs.net] }\n`;
const steps = (text: string): string => `${two}steps:\n${indented(text, 2)}\n`;

/** Where each fragment belongs. */
const contexts: Readonly<Record<string, (text: string) => string>> = {
  'federation-plan': (text) => text,
  'federation-plan-smallest': (text) => text,
  organization: (text) => `${head}${indented(text, 2)}\n`,
  'accepted-domains': (text) => `${head}  battlecalfed:\n${indented(text, 4)}\n`,
  'organization-relationship': (text) => `${two}organizationRelationships:\n${indented(text, 2)}\n`,
  proxy: (text) => `${head}  battlecalfed:\n    acceptedDomains: [battlecalfed1.example]\n${indented(text, 4)}\n`,
  step: steps,
  'step-undo': steps,
  'step-command-prompt': steps,
  'step-dns-records': steps,
  checks: (text) => `${two}${text}\n`,
};

/** A snippet cannot know these: the proof is what the user pastes over the placeholder. */
const placeholdersSpeak = new Set(['accepted-domains']);

test('every prefix is there once', () => {
  const prefixes = [...Object.values(plans), ...Object.values(cmdlets)].map(({ prefix }) => prefix);
  assert.equal(new Set(prefixes).size, prefixes.length);
});

test('each plan snippet, left as it is, makes a plan without errors', () => {
  const service = createLanguageService({ catalogueText, toAscii: (name) => name });
  assert.deepEqual(new Set(Object.values(plans).map(({ prefix }) => prefix)), new Set(Object.keys(contexts)));
  for (const snippet of Object.values(plans)) {
    const plan = contexts[snippet.prefix]?.(inserted(snippet)) ?? '';
    assert.ok(!plan.includes('${'), plan);
    const errors = service.read(plan).findings.filter(({ severity }) => severity !== 'information');
    if (placeholdersSpeak.has(snippet.prefix))
      assert.ok(
        errors.every(({ code }) => code.includes('proof')),
        JSON.stringify(errors),
      );
    else assert.deepEqual(errors, [], `${plan}\n${JSON.stringify(errors, null, 1)}`);
  }
});

test('each cmdlet snippet names a cmdlet, its parameters by their full names, and no value that the cmdlet lacks', () => {
  const catalogue = openCatalogue(catalogueText);
  const all = Object.entries(cmdlets);
  assert.ok(all.length >= 40 && all.length <= 80, String(all.length));
  for (const [title, snippet] of all) {
    const cmdlet = catalogue.find(title);
    assert.ok(cmdlet, title);
    assert.equal(snippet.prefix, cmdlet.name);
    assert.notEqual(cmdlet.federationArea, undefined, title);
    const call = inserted(snippet);
    const command = commandAt(call, 1);
    assert.equal(command?.name, title, call);
    for (const { name } of command.given)
      assert.ok(
        cmdlet.parameters.some((parameter) => parameter.name === name),
        `${title} -${name}`,
      );
    const given = new Set(command.given.map(({ name }) => name));
    const complete = cmdlet.sets.some((set) => set.members.every((member) => !member.mandatory || given.has(member.parameter.name)));
    assert.ok(complete, `${call}: what is mandatory in one of its forms is there`);
    for (const [, parameter = '', choices = ''] of String(snippet.body).matchAll(/-(\w+) \$\{\d+\|([^|]*)\|\}/g)) {
      assert.deepEqual(
        new Set(choices.split(',')),
        new Set(cmdlet.parameters.find(({ name }) => name === parameter)?.values),
        `${title} -${parameter}`,
      );
    }
  }
});

test('cmdlets and parameters in the plan snippets’ blocks are documented', () => {
  const catalogue = openCatalogue(catalogueText);
  const calls = Object.values(plans)
    .flatMap((snippet) => inserted(snippet).match(/\b(?:Get|Set|New|Remove|Test)-[A-Z]\w+(?: -\w+ [^\s|]+)*/g) ?? [])
    .filter((call) => !call.startsWith('Get-FederatedDomainProof'));
  assert.ok(calls.length >= 6);
  for (const call of calls) {
    const command = commandAt(call, 1);
    const cmdlet = catalogue.find(command?.name ?? '');
    assert.ok(cmdlet, call);
    for (const { name } of command?.given ?? [])
      assert.ok(
        cmdlet.parameters.some((parameter) => parameter.name === name),
        `${call} -${name}`,
      );
  }
});
