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
  /** Names and aliases in lower case, in the order of the alphabet. */
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
  const addedByEngine = new Set(common.map((each) => each.name.toLowerCase()));
  const parameters: BindableParameter[] = [];
  const members = membershipsOf(cmdlet);
  for (const parameter of cmdlet.parameters) {
    if (addedByEngine.has(parameter.name.toLowerCase()) || (version !== undefined && !parameter.versions.includes(version))) continue;
    const memberships = (members.get(parameter) ?? []).map(({ setName, ...membership }) => ({ ...membership, set: several ? bitOf(setName) : noSet }));
    if (memberships.length > 0) parameters.push(bindable(parameter, memberships));
  }
  for (const each of common) if (each.kind === 'common' || cmdlet.whatIf) parameters.push(bindableCommon(each));
  return {
    cmdlet,
    parameters,
    positional: parameters.filter(({ memberships }) => memberships.some(({ position }) => position !== undefined)),
    mandatory: parameters.filter((each) => each.mandatory),
    fromPipeline: parameters.filter((each) => each.fromPipeline),
    spellings: spellingsOf(parameters),
    setNames,
    defaultSet: 1,
    defaultIsStated: !several || stated !== undefined,
  };
}

function spellingsOf(parameters: readonly BindableParameter[]): readonly Spelling[] {
  const all = parameters.flatMap((parameter) => parameter.spellings.map((text, index) => ({ text, parameter, isAlias: index > 0 })));
  return all.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : Number(a.isAlias) - Number(b.isAlias)));
}

export function everySet({ setNames }: Callable): SetFlags {
  return (1 << setNames.length) - 1;
}

function membershipsOf(cmdlet: Cmdlet): ReadonlyMap<Parameter, readonly (Membership & { readonly setName: string })[]> {
  const found = new Map<Parameter, (Membership & { readonly setName: string })[]>();
  for (const set of cmdlet.sets) {
    let positions = 0;
    for (const { parameter, mandatory, positional } of set.members) {
      const { pipeline } = parameter;
      const membership = {
        setName: set.name,
        set: noSet,
        mandatory,
        position: positional ? positions++ : undefined,
        byValue: pipeline !== undefined && pipeline !== 'name',
        byName: pipeline !== undefined && pipeline !== 'value',
      };
      const list = found.get(parameter);
      if (list) list.push(membership);
      else found.set(parameter, [membership]);
    }
  }
  return found;
}

function bindable(parameter: Parameter, memberships: readonly Membership[]): BindableParameter {
  const type = valueTypeOf(parameter);
  const closed = type !== 'switch' && !parameter.open && parameter.otherType === undefined ? parameter.values : undefined;
  return {
    name: parameter.name,
    spellings: [parameter.name, ...parameter.aliases].map((each) => each.toLowerCase()),
    documented: parameter,
    isCommon: false,
    type,
    values: closed && new Set(closed.map((value) => value.toLowerCase())),
    inAllSets: memberships.some(({ set }) => set === noSet),
    sets: memberships.reduce((flags, { set }) => flags | set, noSet),
    memberships,
    mandatory: memberships.some((each) => each.mandatory),
    fromPipeline: memberships.some((each) => each.byValue || each.byName),
  };
}

function bindableCommon(documented: CommonParameter): BindableParameter {
  const membership = { set: noSet, mandatory: false, position: undefined, byValue: false, byName: false };
  const { name, aliases = [] } = documented;
  const spellings = [name, ...aliases].map((each) => each.toLowerCase());
  return { name, spellings, documented, isCommon: true, type: commonValueType(documented), values: undefined, inAllSets: true, sets: noSet, memberships: [membership], mandatory: false, fromPipeline: false };
}
