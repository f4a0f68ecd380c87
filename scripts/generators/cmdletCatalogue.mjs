// The cmdlet facts of server/data/sources/cmdlets.json as server/data/cmdletCatalogue.jsonl, which the product reads.
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
  noSection: 'noSection',
};

/** Facts of a cmdlet. `on`, `fed`, `sets` and `params` have their own places. */
const cmdletWords = {
  cat: 'category', env: 'environment', whatIf: 'whatIf', functionalOnlyIn: 'functionalOnlyIn', onlyIn: 'onlyIn', moduleVersion: 'moduleVersion',
  role: 'role', deprecated: 'deprecated', deprecatedIn: 'deprecatedIn', internal: 'internal', replacedBy: 'replacedBy',
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

export async function generate() {
  const facts = source('cmdlets.json');
  const builtins = source('powershell-builtins.json');
  const cmdlets = Object.entries(facts.cmdlets).sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));

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
  const versionLists = [...new Set(cmdlets.map(([, { on }]) => on))].sort();

  const lines = cmdlets.map(([cmdlet, own], at) =>
    JSON.stringify({
      ...reworded(own, cmdletWords, cmdlet, ['on', 'fed', 'sets', 'params']),
      sets: own.sets.map((set) => [set.name, members(set, own.params, cmdlet), ...(set.default ? [1] : [])]),
      parameters: described[at].map((pair) => sharedAt.get(pair) ?? JSON.parse(pair)),
    }),
  );
  const meta = {
    format: 'exchange-cmdlet-catalogue',
    formatVersion: 1,
    date: facts.meta.source.commitDate,
    source: facts.meta.source.repository,
    commit: facts.meta.source.commit,
    attribution: facts.meta.source.attribution,
    counts: facts.meta.counts,
    versions: facts.meta.versions,
  };
  const index = {
    versionLists,
    cmdlets: cmdlets.map(([cmdlet, own]) => {
      const outdated = own.deprecated ? 1 : own.replacedBy?.kind === 'replaced' ? own.replacedBy.from : 0;
      const entry = [cmdlet, versionLists.indexOf(own.on), own.fed ?? 0, outdated, own.onlyIn ?? own.functionalOnlyIn ?? 0];
      while (entry.at(-1) === 0) entry.pop();
      return entry.length === 1 ? [cmdlet, 0] : entry;
    }),
    retired: facts.retired.map(({ name: retired, removed }) => [retired, removed]),
    commonParameters: builtins.commonParameters,
  };
  const head = [meta, index].map((line) => JSON.stringify(line));
  return { 'server/data/cmdletCatalogue.jsonl': [...head, `[${shared.join(',')}]`, JSON.stringify(facts.enums), ...lines, ''].join('\n') };
}
