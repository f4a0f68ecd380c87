// The command facts of server/data/sources/ (Exchange's cmdlets.json, powershell-builtins.json, windows-modules.json) as
// server/data/cmdletCatalogue.jsonl, which the product reads.
// The format is described in server/src/service/catalogue/fileFormat.ts. Every fact is carried over; a fact that this file has
// no word for stops it, so that nothing new in the source is lost unseen.
import { readFileSync } from 'node:fs';

export const name = 'cmdletCatalogue';

/** Facts of a parameter: the source's word and the catalogue's. */
const parameterWords = {
  type: 'type', altType: 'otherType', aliases: 'aliases', pos: 'position', sets: 'sets', setsDisputed: 'setsDisputed', req: 'mandatory',
  yamlReq: 'mandatoryInTable', pipe: 'pipeline', wild: 'wildcards', multi: 'list', on: 'versions', functionalOnlyIn: 'functionalOnlyIn',
  moduleVersion: 'moduleVersion', values: 'values', open: 'open', cloudOnlyValues: 'cloudOnlyValues', onpremOnlyValues: 'onPremisesOnlyValues',
  deprecatedValues: 'deprecatedValues', internalValues: 'internalValues', nullable: 'nullable', parts: 'parts', def: 'default',
  yamlDefault: 'defaultInTable', min: 'min', max: 'max', minTime: 'minTime', maxTime: 'maxTime', orUnlimited: 'orUnlimited', rangeOn: 'rangeOn',
  maxLength: 'maxLength', itemMaxLength: 'itemMaxLength', maxItems: 'maxItems', ids: 'identityForms', requires: 'requires', excludes: 'excludes',
  internal: 'internal', deprecated: 'deprecated', deprecatedIn: 'deprecatedIn', replacedBy: 'replacedBy', notInSyntax: 'notInSyntax',
  noSection: 'noSection', only: 'onlyInPowershell', values7: 'valuesOfPowershell7',
};

/** Facts of a cmdlet. `on`, `fed`, `module`, `only`, `sets` and `params` have their own places. */
const cmdletWords = {
  cat: 'category', env: 'environment', whatIf: 'whatIf', functionalOnlyIn: 'functionalOnlyIn', onlyIn: 'onlyIn', moduleVersion: 'moduleVersion',
  role: 'role', deprecated: 'deprecated', deprecatedIn: 'deprecatedIn', internal: 'internal', replacedBy: 'replacedBy',
  aliases: 'aliases', noCommonParameters: 'noCommonParameters',
};

function reworded(facts, words, where, elsewhere = []) {
  const entries = Object.entries(facts).filter(([word]) => !elsewhere.includes(word));
  const unknown = entries.filter(([word]) => !(word in words)).map(([word]) => word);
  if (unknown.length > 0) throw new Error(`${where} has the facts "${unknown.join('", "')}", which the catalogue has no words for.`);
  return Object.fromEntries(entries.map(([word, value]) => [words[word], value]));
}

/** A set's members as `0!@ 1! 2-9`: positions in the parameter list, unmarked runs shortened; `~` where "takes no value" contradicts the type. */
function members(set, parameters, where) {
  const positions = new Map(Object.keys(parameters).map((parameter, position) => [parameter, position]));
  const out = [];
  let run;
  for (const entry of set.params) {
    const parameter = entry.replace(/[!@~]+$/, '');
    const position = positions.get(parameter);
    if (position === undefined) throw new Error(`${where}: the set "${set.name}" names "${parameter}", which is no parameter.`);
    const marks = entry.slice(parameter.length);
    const contradicts = marks.includes('~') !== (parameters[parameter].type === 'SwitchParameter');
    const flags = (marks.includes('!') ? '!' : '') + (marks.includes('@') ? '@' : '') + (contradicts ? '~' : '');
    if (flags === '' && run?.last === position - 1) {
      run.last = position;
      out[out.length - 1] = `${run.first}-${run.last}`;
      continue;
    }
    out.push(`${position}${flags}`);
    run = flags === '' ? { first: position, last: position } : undefined;
  }
  return out.join(' ');
}

function source(file) {
  return JSON.parse(readFileSync(new URL(`../../server/data/sources/${file}`, import.meta.url), 'utf8'));
}

/** Pages say which aliases are not in 7; of these, its own engine still has some, and the page of others says nothing of 7. */
const gone = ['curl', 'wget', 'ise'];

function aliasesOf({ aliases, aliases7Only, commands }) {
  const only5 = (alias, { target, not7 }) => not7 && (commands[target]?.only === '5.1' || gone.includes(alias));
  return [
    ...Object.entries(aliases).map(([alias, facts]) => [alias, facts.target, ...(only5(alias, facts) ? ['5.1'] : [])]),
    ...Object.entries(aliases7Only).map(([alias, target]) => [alias, target, '7']),
  ].sort(byName);
}

function variablesOf(builtins) {
  const of = (names, ...more) => names.map((variable) => [variable.slice(1), ...more]);
  return [
    ...of(builtins.automaticVariables, 'automatic'),
    ...of(builtins.automaticVariables7, 'automatic', '7'),
    ...of(builtins.preferenceVariables, 'preference'),
  ].sort(byName);
}

/** Those that have no page. */
function functionsOf({ functions, commands }) {
  const without = (names, origin) => names.filter((each) => !(each in commands)).map((each) => [each, origin]);
  return [...without(functions.windowsPowerShell, 'powershell'), ...without(functions.exchangeManagementShell, 'exchange')].sort(byName);
}

function byName([a], [b]) {
  return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
}

export async function generate() {
  const facts = source('cmdlets.json');
  const builtins = source('powershell-builtins.json');
  const windows = source('windows-modules.json');
  const exchange = Object.entries(facts.cmdlets).sort(byName);
  const others = Object.entries({ ...builtins.commands, ...windows.commands }).sort(byName);
  const taken = others.find(([command]) => command in facts.cmdlets || (command in builtins.commands && command in windows.commands));
  if (taken) throw new Error(`"${taken[0]}" has two origins; the catalogue has one place for a name.`);
  const cmdlets = [...exchange, ...others];
  const modules = [...new Set(others.map(([, { module }]) => module))].sort();
  const builtinModules = new Set(Object.values(builtins.commands).map(({ module }) => module));

  const uses = new Map();
  const described = cmdlets.map(([cmdlet, { params }]) =>
    Object.entries(params).map(([parameter, own]) => {
      const pair = JSON.stringify([parameter, reworded(own, parameterWords, `${cmdlet} -${parameter}`)]);
      uses.set(pair, (uses.get(pair) ?? 0) + 1);
      return pair;
    }),
  );
  const shared = [...uses].filter(([, count]) => count > 1).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([pair]) => pair);
  const sharedAt = new Map(shared.map((pair, at) => [pair, at]));
  const versionLists = [...new Set(exchange.map(([, { on }]) => on))].sort();

  const lines = cmdlets.map(([cmdlet, own], at) =>
    JSON.stringify({
      ...reworded(own, cmdletWords, cmdlet, ['on', 'fed', 'module', 'only', 'sets', 'params']),
      ...(own.module ? { environment: 'both' } : {}),
      sets: own.sets.map((set) => [set.name, members(set, own.params, cmdlet), ...(set.default ? [1] : [])]),
      parameters: described[at].map((pair) => sharedAt.get(pair) ?? JSON.parse(pair)),
    }),
  );
  const meta = {
    format: 'exchange-cmdlet-catalogue',
    formatVersion: 3,
    date: facts.meta.source.commitDate,
    source: facts.meta.source.repository,
    commit: facts.meta.source.commit,
    attribution: facts.meta.source.attribution,
    others: [
      { origin: 'powershell', ...sourceOf(builtins) },
      { origin: 'windows', ...sourceOf(windows) },
    ],
    counts: facts.meta.counts,
    versions: facts.meta.versions,
  };
  const index = {
    versionLists,
    cmdlets: exchange.map(([cmdlet, own]) => {
      const outdated = own.deprecated ? 1 : own.replacedBy?.kind === 'replaced' ? own.replacedBy.from : 0;
      const entry = [cmdlet, versionLists.indexOf(own.on), own.fed ?? 0, outdated, own.onlyIn ?? own.functionalOnlyIn ?? 0];
      while (entry.at(-1) === 0) entry.pop();
      return entry.length === 1 ? [cmdlet, 0] : entry;
    }),
    retired: facts.retired.map(({ name: retired, removed }) => [retired, removed]),
    commonParameters: builtins.commonParameters,
    modules: modules.map((module) => [module, builtinModules.has(module) ? 'powershell' : 'windows']),
    commands: others.map(([command, { module, only }]) => [command, modules.indexOf(module), ...(only ? [only] : [])]),
    aliases: aliasesOf(builtins),
    functions: functionsOf(builtins),
    variables: variablesOf(builtins),
  };
  const head = [meta, index].map((line) => JSON.stringify(line));
  return { 'server/data/cmdletCatalogue.jsonl': [...head, JSON.stringify(facts.enums), ...lines, ...shared, ''].join('\n') };
}

function sourceOf({ meta }) {
  const [{ repository, commit, commitDate }] = meta.sources;
  return { source: repository, commit, date: commitDate };
}
