import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import type { Cmdlet, Parameter } from '../../server/src/service/catalogue/cmdlet.ts';

declare const __projectRoot: string;

type Facts = Record<string, unknown>;
interface SourceCmdlet extends Facts {
  readonly sets: readonly { readonly name: string; readonly default?: boolean; readonly params: readonly string[] }[];
  readonly params: Readonly<Record<string, Facts>>;
}
interface OtherSource {
  readonly commands: Readonly<Record<string, SourceCmdlet & { readonly module: string; readonly only?: string }>>;
}
interface BuiltinSource extends OtherSource {
  readonly aliases: Readonly<Record<string, { readonly target: string }>>;
  readonly automaticVariables: readonly string[];
  readonly preferenceVariables: readonly string[];
}
interface Source {
  readonly meta: { readonly counts: { readonly cmdlets: number; readonly parameters: number } };
  readonly enums: Readonly<Record<string, { readonly values: readonly string[] }>>;
  readonly retired: readonly { readonly name: string; readonly removed: string }[];
  readonly cmdlets: Readonly<Record<string, SourceCmdlet>>;
}

const data = path.join(__projectRoot, 'server', 'data');
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(data, 'sources', file), 'utf8'));
const source = read('cmdlets.json') as Source;
const builtins = read('powershell-builtins.json') as BuiltinSource;
const windows = read('windows-modules.json') as OtherSource;
const catalogue = openCatalogue(readFileSync(path.join(data, 'cmdletCatalogue.jsonl'), 'utf8'));

/** Written down a second time on purpose: the generator's own table would agree with itself. */
const sourceWords: Readonly<Record<string, string>> = {
  otherType: 'altType',
  position: 'pos',
  mandatory: 'req',
  mandatoryInTable: 'yamlReq',
  pipeline: 'pipe',
  wildcards: 'wild',
  list: 'multi',
  onPremisesOnlyValues: 'onpremOnlyValues',
  default: 'def',
  defaultInTable: 'yamlDefault',
  identityForms: 'ids',
  category: 'cat',
  environment: 'env',
  federationArea: 'fed',
  onlyInPowershell: 'only',
  valuesOfPowershell7: 'values7',
};

function inSourceWords(facts: object, except: readonly string[]): Facts {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([word]) => !except.includes(word))
      .map(([word, value]) => [sourceWords[word] ?? word, value as unknown]),
  );
}

function parameterAsSource(parameter: Parameter, cmdlet: Cmdlet): Facts {
  const on = parameter.versions === cmdlet.versions ? {} : { on: parameter.versions.join(' ') };
  const aliases = parameter.aliases.length === 0 ? {} : { aliases: parameter.aliases };
  return { ...inSourceWords(parameter, ['name', 'versions', 'aliases']), ...on, ...aliases };
}

function cmdletAsSource(cmdlet: Cmdlet): Facts {
  return {
    ...inSourceWords(cmdlet, ['name', 'origin', 'versions', 'sets', 'parameters', ...(cmdlet.origin === 'exchange' ? [] : ['environment'])]),
    ...(cmdlet.origin === 'exchange' ? { on: cmdlet.versions.join(' ') } : {}),
    sets: cmdlet.sets.map(({ name, isDefault, members }) => ({
      name,
      ...(isDefault ? { default: true } : {}),
      params: members.map(
        ({ parameter, mandatory, positional, takesValue }) =>
          parameter.name + (mandatory ? '!' : '') + (positional ? '@' : '') + (takesValue ? '' : '~'),
      ),
    })),
    params: Object.fromEntries(cmdlet.parameters.map((parameter) => [parameter.name, parameterAsSource(parameter, cmdlet)])),
  };
}

test('holds all 1,437 cmdlets and 15,258 parameters', () => {
  assert.equal(catalogue.names.length, 1437);
  const parameters = catalogue.names.reduce((sum, name) => sum + (catalogue.find(name)?.parameters.length ?? 0), 0);
  assert.equal(parameters, 15258);
  assert.deepEqual(source.meta.counts, { cmdlets: 1437, parameters: 15258 });
  assert.deepEqual(catalogue.meta.counts, source.meta.counts);
  assert.deepEqual(new Set(catalogue.names), new Set(Object.keys(source.cmdlets)));
});

test('holds every fact of its source, cmdlet by cmdlet', () => {
  for (const [name, facts] of Object.entries(source.cmdlets)) {
    const cmdlet = catalogue.find(name);
    assert.ok(cmdlet, name);
    assert.deepEqual(cmdletAsSource(cmdlet), facts, name);
    assert.deepEqual(
      cmdlet.parameters.map((parameter) => parameter.name),
      Object.keys(facts.params),
      `${name}: the page's order`,
    );
  }
});

test('holds every fact of the commands of PowerShell and Windows', () => {
  const others = Object.entries({ ...builtins.commands, ...windows.commands });
  assert.equal(others.length, 385 + 592);
  for (const [name, facts] of others) {
    const cmdlet = catalogue.cmdlet(name);
    assert.ok(cmdlet, name);
    assert.deepEqual(cmdletAsSource(cmdlet), facts, name);
    assert.equal(cmdlet.origin, name in windows.commands ? 'windows' : 'powershell', name);
    assert.equal(catalogue.find(name), undefined, `${name} is not Exchange's`);
  }
});

test('holds the aliases and variables of PowerShell', () => {
  for (const [name, { target }] of Object.entries(builtins.aliases)) {
    assert.equal(catalogue.alias(name)?.target, target, name);
    assert.equal(catalogue.command(name)?.name, target, name);
  }
  for (const name of [...builtins.automaticVariables, ...builtins.preferenceVariables]) assert.ok(catalogue.variable(name.slice(1)), name);
});

test('holds the retired names and the enumerated types', () => {
  assert.deepEqual(
    catalogue.retiredNames,
    source.retired.map(({ name }) => name),
  );
  for (const { name, removed } of source.retired) assert.deepEqual(catalogue.retired(name), { name, removed });
  for (const [type, facts] of Object.entries(source.enums)) assert.deepEqual(catalogue.enumeration(type), facts);
});

test('stays under 1.7 MB', () => {
  assert.ok(readFileSync(path.join(data, 'cmdletCatalogue.jsonl')).length < 1_700_000);
});
