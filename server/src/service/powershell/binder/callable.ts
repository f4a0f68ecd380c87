/** A cmdlet as the binder sees it: what one Exchange version lets a call give. */
import type { Cmdlet, CommonParameter, Parameter, VersionCode } from '../../catalogue/cmdlet.ts';
import type { SetFlags } from './setFlags.ts';
import { noSet } from './setFlags.ts';
import type { ValueType } from './valueType.ts';
import { commonValueType, valueTypeOf } from './valueType.ts';

export interface BindableParameter {
  readonly name: string;
  /** Name and aliases in lower case. */
  readonly spellings: readonly string[];
  /** What the catalogue says of it; a common parameter has no page of its own. */
  readonly documented: Parameter | CommonParameter;
  readonly isCommon: boolean;
  readonly type: ValueType;
  /** A closed list, in lower case. */
  readonly values: ReadonlySet<string> | undefined;
  /** In every set; `sets` is empty then. */
  readonly inAllSets: boolean;
  readonly sets: SetFlags;
  readonly memberships: readonly Membership[];
  /** Somewhere mandatory: `$null` and empty texts are refused then. */
  readonly mandatory: boolean;
  readonly fromPipeline: boolean;
}

/** A parameter in one set, or in all (`set` is empty). */
export interface Membership {
  readonly set: SetFlags;
  readonly mandatory: boolean;
  readonly position: number | undefined;
  readonly byValue: boolean;
  readonly byName: boolean;
}

export interface Spelling {
  readonly text: string;
  readonly parameter: BindableParameter;
  readonly isAlias: boolean;
}

export interface Callable {
  readonly cmdlet: Cmdlet;
  readonly parameters: readonly BindableParameter[];
  /** Those of them that a look at a call needs; each in their order. */
  readonly positional: readonly BindableParameter[];
  readonly mandatory: readonly BindableParameter[];
  readonly fromPipeline: readonly BindableParameter[];
  /** Names and aliases in lower case. */
  readonly spellings: readonly Spelling[];
  /** Names by bit. */
  readonly setNames: readonly string[];
  /** Stated on 30 pages only; elsewhere the first set stands for it and `defaultIsStated` is false. */
  readonly defaultSet: SetFlags;
  readonly defaultIsStated: boolean;
}

const unnamedSet = '__AllParameterSets';

/**
 * The engine behind `common` decides which common parameters there are. Undefined where the version has no such cmdlet. A parameter that no
 * set contains cannot be given.
 */
export function callableOf(cmdlet: Cmdlet, common: readonly CommonParameter[], version: VersionCode | undefined): Callable | undefined {
  if (version !== undefined && !cmdlet.versions.includes(version)) return undefined;
  const several = cmdlet.sets.length > 1;
  const stated = cmdlet.sets.find((set) => set.isDefault);
  const setNames = [several ? ((stated ?? cmdlet.sets[0])?.name ?? unnamedSet) : unnamedSet];
  const bitOf = (name: string): SetFlags => {
    if (!setNames.includes(name)) setNames.push(name);
    return 1 << setNames.indexOf(name);
  };
  const ofEngine = commonOf(common);
  const parameters: BindableParameter[] = [];
  const members = membershipsOf(cmdlet);
  for (const parameter of cmdlet.parameters) {
    const places = members.get(parameter);
    if (places === undefined || ofEngine.names.has(parameter.name.toLowerCase()) || (version !== undefined && !parameter.versions.includes(version))) continue;
    const byValue = parameter.pipeline !== undefined && parameter.pipeline !== 'name';
    const byName = parameter.pipeline !== undefined && parameter.pipeline !== 'value';
    parameters.push(new OwnParameter(parameter, places.map(({ setName, mandatory, position }) => ({ set: several ? bitOf(setName) : noSet, mandatory, position, byValue, byName }))));
  }
  parameters.push(...(cmdlet.whatIf ? ofEngine.all : ofEngine.harmless));
  return {
    cmdlet,
    parameters,
    positional: parameters.filter(({ memberships }) => memberships.some(({ position }) => position !== undefined)),
    mandatory: parameters.filter((each) => each.mandatory),
    fromPipeline: parameters.filter((each) => each.fromPipeline),
    spellings: parameters.flatMap((parameter) => parameter.spellings.map((text, index) => ({ text, parameter, isAlias: index > 0 }))),
    setNames,
    defaultSet: 1,
    defaultIsStated: !several || stated !== undefined,
  };
}

export function everySet({ setNames }: Callable): SetFlags {
  return (1 << setNames.length) - 1;
}

interface Place {
  readonly setName: string;
  readonly mandatory: boolean;
  readonly position: number | undefined;
}

function membershipsOf(cmdlet: Cmdlet): ReadonlyMap<Parameter, readonly Place[]> {
  const found = new Map<Parameter, Place[]>();
  for (const set of cmdlet.sets) {
    let positions = 0;
    for (const { parameter, mandatory, positional } of set.members) {
      const place = { setName: set.name, mandatory, position: positional ? positions++ : undefined };
      const list = found.get(parameter);
      if (list) list.push(place);
      else found.set(parameter, [place]);
    }
  }
  return found;
}

/** Most parameters of a cmdlet are never asked for their values. */
class OwnParameter implements BindableParameter {
  readonly name: string;
  readonly spellings: readonly string[];
  readonly documented: Parameter;
  readonly isCommon = false;
  readonly type: ValueType;
  readonly inAllSets: boolean;
  readonly sets: SetFlags;
  readonly memberships: readonly Membership[];
  readonly mandatory: boolean;
  readonly fromPipeline: boolean;
  private closed: ReadonlySet<string> | undefined;

  constructor(parameter: Parameter, memberships: readonly Membership[]) {
    this.name = parameter.name;
    this.spellings = spellingsOf(parameter.name, parameter.aliases);
    this.documented = parameter;
    this.type = valueTypeOf(parameter);
    let [inAllSets, mandatory, fromPipeline, sets] = [false, false, false, noSet];
    for (const each of memberships) {
      sets |= each.set;
      inAllSets ||= each.set === noSet;
      mandatory ||= each.mandatory;
      fromPipeline ||= each.byValue || each.byName;
    }
    this.inAllSets = inAllSets;
    this.sets = sets;
    this.memberships = memberships;
    this.mandatory = mandatory;
    this.fromPipeline = fromPipeline;
  }

  get values(): ReadonlySet<string> | undefined {
    const { values, open, otherType } = this.documented;
    if (values === undefined || this.type === 'switch' || open || otherType !== undefined) return undefined;
    return (this.closed ??= new Set(values.map((value) => value.toLowerCase())));
  }
}

function spellingsOf(name: string, aliases: readonly string[]): readonly string[] {
  const own = name.toLowerCase();
  return aliases.length === 0 ? [own] : [own, ...aliases.map((each) => each.toLowerCase())];
}

interface EngineParameters {
  /** In lower case. */
  readonly names: ReadonlySet<string>;
  readonly all: readonly BindableParameter[];
  /** Without -WhatIf and -Confirm. */
  readonly harmless: readonly BindableParameter[];
}

const ofEngines = new WeakMap<readonly CommonParameter[], EngineParameters>();

/** The same for each cmdlet. */
function commonOf(common: readonly CommonParameter[]): EngineParameters {
  const known = ofEngines.get(common);
  if (known) return known;
  const all = common.map(bindableCommon);
  const made = { names: new Set(common.map((each) => each.name.toLowerCase())), all, harmless: all.filter((_, at) => common[at]?.kind === 'common') };
  ofEngines.set(common, made);
  return made;
}

function bindableCommon(documented: CommonParameter): BindableParameter {
  const membership = { set: noSet, mandatory: false, position: undefined, byValue: false, byName: false };
  const { name, aliases = [] } = documented;
  return { name, spellings: spellingsOf(name, aliases), documented, isCommon: true, type: commonValueType(documented), values: undefined, inAllSets: true, sets: noSet, memberships: [membership], mandatory: false, fromPipeline: false };
}
