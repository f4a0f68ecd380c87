/** Mandatory parameters that nothing was given for, and that the pipeline cannot supply. */
import type { Binding } from './binding.ts';
import { everySet } from './callable.ts';
import type { BindableParameter } from './callable.ts';
import { ambiguousSet, membershipsIn } from './chooseSet.ts';
import type { SetFlags } from './setFlags.ts';
import { allSets, countSets, noSet, overlaps } from './setFlags.ts';

/** What one set still lacks; `set` is `allSets` for parameters that all sets have. */
interface Lack {
  readonly set: SetFlags;
  /** Not even the pipeline can supply these. */
  readonly beyondInput: BindableParameter[];
  readonly byValue: BindableParameter[];
  readonly byName: BindableParameter[];
}

export function missingMandatory(binding: Binding, setsLeft: number, awaitsInput: boolean): BindableParameter[] {
  if (!awaitsInput) return binding.unbound(binding.callable.mandatory).filter((parameter) => membershipsIn(parameter, binding.sets).some((each) => each.mandatory));
  const lacks = lacksOf(binding);
  return lacks.length > 0 ? missingBeforeInput(binding, lacks, setsLeft) : [];
}

function lacksOf(binding: Binding): readonly Lack[] {
  const lacks = new Map<SetFlags, Lack>();
  for (const parameter of binding.unbound(binding.callable.mandatory)) {
    for (const { set, mandatory, byValue, byName } of membershipsIn(parameter, binding.sets)) {
      if (!mandatory) continue;
      const key = set === noSet ? allSets : set;
      const lack = lacks.get(key) ?? { set: key, beyondInput: [], byValue: [], byName: [] };
      lacks.set(key, lack);
      if (!byValue && !byName) lack.beyondInput.push(parameter);
      if (byValue) lack.byValue.push(parameter);
      if (byName) lack.byName.push(parameter);
    }
  }
  return [...lacks.values()];
}

const suppliable = ({ byValue, byName }: Lack): boolean => byValue.length + byName.length > 0;

/** As PowerShell: where several sets lack something, one is settled on only if that follows from what each can get from the pipeline. */
function missingBeforeInput(binding: Binding, lacks: readonly Lack[], setsLeft: number): BindableParameter[] {
  const { defaultSet } = binding.callable;
  let lacking = lacks.reduce((flags, { set }) => (set === allSets ? flags : flags | (binding.sets & set)), noSet);
  if (lacking === noSet) lacking = binding.sets;
  if (lacks.some(({ set }) => set === allSets)) {
    lacking = binding.sets & everySet(binding.callable);
  }
  if (setsLeft > 1 && !overlaps(defaultSet, lacking) && overlaps(defaultSet, binding.sets)) lacking = settleWithoutLacks(binding, lacks, lacking);
  const count = countSets(lacking);
  if (count === 0) {
    ambiguousSet(binding);
    return [];
  }
  if (count === 1) return beyondInputOf(lacks, lacking);
  if (binding.preferredForInput !== noSet) return [];
  if (overlaps(lacking, defaultSet) && settlesOnDefault(lacks, defaultSet)) {
    binding.sets = defaultSet;
    return beyondInputOf(lacks, defaultSet);
  }
  return missingOfSeveral(binding, lacks, lacking);
}

/** The default set lacks nothing and no other needs the pipeline: those that lack something are out. */
function settleWithoutLacks(binding: Binding, lacks: readonly Lack[], lacking: SetFlags): SetFlags {
  const { defaultSet } = binding.callable;
  const other = lacks.some((each) => each.set !== allSets && overlaps(each.set, binding.sets) && !overlaps(each.set, defaultSet) && suppliable(each));
  if (other) return lacking;
  binding.sets &= ~lacking;
  if (binding.sets !== defaultSet) binding.preferredForInput = defaultSet;
  return binding.sets;
}

function beyondInputOf(lacks: readonly Lack[], sets: SetFlags): BindableParameter[] {
  return [...new Set(lacks.flatMap((each) => (each.set === allSets || overlaps(each.set, sets) ? each.beyondInput : [])))];
}

function settlesOnDefault(lacks: readonly Lack[], defaultSet: SetFlags): boolean {
  const others = lacks.filter(({ set }) => set !== allSets && !overlaps(set, defaultSet));
  const otherTakesInput = others.some((each) => suppliable(each) && each.beyondInput.length === 0);
  const otherTakesByName = others.some(({ byName }) => byName.length > 0);
  const own = lacks.find(({ set }) => set === defaultSet);
  if (own && own.byName.length > 0 && !otherTakesByName) return true;
  return !otherTakesInput || lacks.some(({ set, beyondInput }) => set === allSets && beyondInput.length > 0);
}

function missingOfSeveral(binding: Binding, lacks: readonly Lack[], lacking: SetFlags): BindableParameter[] {
  const candidates = lacks.filter(({ set }) => set !== allSets && overlaps(set, lacking));
  const byValue = candidates.filter((each) => each.byValue.length > 0);
  const byName = candidates.filter((each) => each.byName.length > 0);
  const onlyByValue = byValue.length === 1 ? (byValue[0]?.set ?? noSet) : noSet;
  const onlyByName = byName.length === 1 ? (byName[0]?.set ?? noSet) : noSet;
  const both = byValue.length > 0 && byName.length > 0;
  const either = byValue.length > 0 ? onlyByValue : onlyByName;
  const only = both && onlyByValue !== onlyByName ? noSet : either;
  if (only !== noSet) return settleFor(binding, lacks, only);
  const short = lacks.filter((each) => (each.set === allSets || overlaps(each.set, lacking)) && each.beyondInput.length > 0);
  if (short.length === 0) return [];
  if (onlyByValue !== noSet) return settleFor(binding, lacks, onlyByValue);
  if (byValue.length < 2 && byName.length < 2) {
    ambiguousSet(binding);
    return [];
  }
  const out = short.reduce((flags, { set }) => (set === allSets ? flags : flags | set), noSet);
  ruleOut(binding, out);
  if (binding.sets === noSet) ambiguousSet(binding);
  return [];
}

/** One set takes the input. Sets that lack nothing stay possible unless the chosen one misses something that it cannot get. */
function settleFor(binding: Binding, lacks: readonly Lack[], chosen: SetFlags): BindableParameter[] {
  const short = lacks.some(({ set, beyondInput }) => set !== allSets && overlaps(set, chosen) && beyondInput.length > 0);
  const others = lacks.reduce((flags, { set }) => (set === allSets || overlaps(set, chosen) ? flags : flags | set), noSet);
  if (short) {
    binding.sets = chosen;
  } else {
    ruleOut(binding, others);
    if (binding.sets !== chosen) binding.preferredForInput = chosen;
  }
  return beyondInputOf(lacks, chosen);
}

function ruleOut(binding: Binding, out: SetFlags): void {
  if (out === noSet) return;
  binding.sets = (binding.sets === allSets ? everySet(binding.callable) : binding.sets) & ~out;
}
