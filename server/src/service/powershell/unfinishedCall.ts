/**
 * How PowerShell binds a call that is still being written ("pseudo binding"): what is wrong is passed over and what is missing does not
 * matter, so that as much as possible remains to be offered.
 */
import type { BindableParameter, Callable } from './binder/callable.ts';
import { matchParameter } from './binder/matchParameter.ts';
import type { SetFlags } from './binder/setFlags.ts';
import { allSets, noSet, overlaps } from './binder/setFlags.ts';
import type { CommandParameter } from './parser/index.ts';
import { isEquivalent } from './argumentType.ts';
import type { CallElement } from './scriptPlace.ts';

export interface UnfinishedCall {
  readonly elements: readonly CallElement[];
  /** What is being written; undefined where nothing of the call is. */
  readonly touched: CallElement | undefined;
  readonly takesInput: boolean;
}

/** Whether parameters or the values of one are asked for: for parameters every set that takes the arguments so far is kept. */
export type Purpose = 'parameter' | 'argument';

export interface UnfinishedBinding {
  readonly bound: ReadonlySet<BindableParameter>;
  readonly unbound: readonly BindableParameter[];
  /** Sets that are still possible. */
  readonly sets: SetFlags;
  /** What is given does not go together; then nothing counts as bound. */
  readonly failed: boolean;
  /** What the name that is being written stands for; undefined where none is, or where it counts as an argument. */
  readonly name: 'unknown' | 'ambiguous' | 'twice' | BindableParameter | undefined;
  /** What is wrong with another name of the call: it may be several parameters, or stands for one that has been given before. */
  readonly disturbance: 'ambiguous' | 'twice' | undefined;
  /** The parameters that may take the argument that is being written. */
  readonly owners: readonly BindableParameter[];
}

interface Pair {
  readonly parameter?: CommandParameter;
  /** Undefined for a switch, and for a value that is still to come. */
  readonly value?: CallElement;
}

export function bindUnfinished(callable: Callable, call: UnfinishedCall, purpose: Purpose): UnfinishedBinding {
  return new Binding(callable, call, purpose).run();
}

class Binding {
  private readonly callable: Callable;
  private readonly call: UnfinishedCall;
  private readonly purpose: Purpose;
  private readonly bound = new Map<BindableParameter, Pair | undefined>();
  private readonly unbound: Set<BindableParameter>;
  private sets: SetFlags = allSets;
  private name: UnfinishedBinding['name'];
  private disturbance: UnfinishedBinding['disturbance'];

  constructor(callable: Callable, call: UnfinishedCall, purpose: Purpose) {
    this.callable = callable;
    this.call = call;
    this.purpose = purpose;
    this.unbound = new Set(callable.parameters);
  }

  run(): UnfinishedBinding {
    const pairs = this.pairs();
    if (pairs === undefined) return this.failure();
    const arguments_ = this.bindNamed(pairs);
    if (this.sets === noSet) return { ...this.failure(), owners: pairs.flatMap((pair) => this.namedOwner(pair)) };
    if (!this.isDashBeforeArgument()) this.bindPositional(arguments_);
    if (this.call.takesInput) this.bindInput();
    const { touched } = this.call;
    const owners = [...this.bound].filter(([, pair]) => touched !== undefined && (pair?.value === touched || (pair?.parameter === touched && isArgument(touched)))).map(([parameter]) => parameter);
    return { bound: new Set(this.bound.keys()), unbound: [...this.unbound], sets: this.sets, failed: false, name: this.name, disturbance: this.disturbance, owners };
  }

  private failure(): UnfinishedBinding {
    return { bound: new Set(), unbound: this.callable.parameters, sets: allSets, failed: true, name: this.name, disturbance: this.disturbance, owners: [] };
  }

  private namedOwner({ parameter, value }: Pair): BindableParameter[] {
    const { touched } = this.call;
    if (touched === undefined || parameter === undefined || (value !== touched && !(parameter === touched && isArgument(touched)))) return [];
    const found = this.match(parameter);
    return found.kind === 'found' ? [found.parameter] : [];
  }

  private match(parameter: CommandParameter): ReturnType<typeof matchParameter> {
    return matchParameter(this.callable, parameter.name);
  }

  /** A name that is being written is never taken for a whole one: more letters may follow. */
  private matchTouched(parameter: CommandParameter): ReturnType<typeof matchParameter> {
    const name = parameter.name.toLowerCase();
    const candidates = this.callable.parameters.filter(({ spellings }) => spellings.some((known) => known.startsWith(name)));
    const [only] = candidates;
    if (only === undefined) return { kind: 'none' };
    return candidates.length === 1 ? { kind: 'found', parameter: only, how: 'prefix' } : { kind: 'ambiguous', candidates };
  }

  /** Names with their values; undefined where a name that is not known stands before an argument, which it may or may not take. */
  private pairs(): Pair[] | undefined {
    const { touched } = this.call;
    const all = this.call.elements.filter((each) => !isDash(each));
    const pairs: Pair[] = [];
    for (let index = 0; index < all.length; index++) {
      const each = all[index];
      if (each === undefined) break;
      if (each.kind !== 'CommandParameter') {
        pairs.push({ value: each });
        continue;
      }
      if (each.argument !== undefined) {
        pairs.push({ parameter: each, value: each.argument });
        continue;
      }
      const isTouched = each === touched && this.purpose === 'parameter';
      const found = isTouched ? this.matchTouched(each) : this.match(each);
      const next = all[index + 1];
      const isFollowed = next !== undefined && next.kind !== 'CommandParameter';
      if (found.kind !== 'found') {
        if (each === touched) this.name = found.kind === 'none' ? 'unknown' : 'ambiguous';
        else if (found.kind === 'ambiguous') this.disturbance = 'ambiguous';
        if (found.kind === 'none' && isFollowed && this.purpose === 'parameter' && touched?.kind === 'CommandParameter' && !isDash(touched)) return undefined;
        if (isFollowed) index++;
      } else if (found.parameter.type === 'switch' || next === undefined) {
        pairs.push({ parameter: each });
      } else if (next.kind !== 'CommandParameter' || (next.argument === undefined && this.match(next).kind === 'none')) {
        pairs.push({ parameter: each, value: next });
        index++;
      } else {
        pairs.push({ parameter: each });
      }
    }
    return pairs;
  }

  private bindNamed(pairs: readonly Pair[]): Pair[] {
    const left: Pair[] = [];
    for (const pair of pairs) {
      const { parameter } = pair;
      if (parameter === undefined) {
        left.push(pair);
        continue;
      }
      const isTouched = parameter === this.call.touched && !isArgument(parameter);
      const found = this.match(parameter);
      if (found.kind !== 'found') {
        if (isTouched) this.name = found.kind === 'none' ? 'unknown' : 'ambiguous';
        else if (found.kind === 'ambiguous') this.disturbance = 'ambiguous';
      } else if (this.bound.has(found.parameter)) {
        if (isTouched) this.name = 'twice';
        else this.disturbance ??= 'twice';
      } else {
        if (isTouched) this.name = found.parameter;
        this.take(found.parameter, pair);
        if (found.parameter.sets !== noSet) this.sets &= found.parameter.sets;
      }
    }
    return left;
  }

  private take(parameter: BindableParameter, pair: Pair | undefined): void {
    this.bound.set(parameter, pair);
    this.unbound.delete(parameter);
  }

  /** `Get-Mailbox -¦ somebody`: the name that comes may be meant for what follows. */
  private isDashBeforeArgument(): boolean {
    const { elements, touched } = this.call;
    if (touched === undefined || !isDash(touched)) return false;
    const next = elements[elements.indexOf(touched) + 1];
    return next !== undefined && next.kind !== 'CommandParameter';
  }

  private bindPositional(arguments_: readonly Pair[]): void {
    const positions = [...new Set([...this.unbound].flatMap((each) => this.positionsOf(each)))].sort((a, b) => a - b);
    let at = 0;
    for (const position of positions) {
      const candidates = [...this.unbound].filter((each) => this.positionsOf(each).includes(position));
      if (candidates.length === 0) continue;
      let argument = arguments_[at++];
      while (argument?.value?.kind === 'VariableExpression' && argument.value.splatted) argument = arguments_[at++];
      if (argument === undefined) return;
      this.bindAt(position, candidates, argument);
    }
  }

  private positionsOf({ memberships }: BindableParameter): number[] {
    return memberships.flatMap(({ set, position }) => (position !== undefined && (set === noSet || overlaps(set, this.sets)) ? [position] : []));
  }

  /** All parameters that could take it do, so that no possibility is lost; for values the default set goes first where no conversion is needed. */
  private bindAt(position: number, candidates: readonly BindableParameter[], argument: Pair): void {
    const { defaultSet } = this.callable;
    const inDefault =
      this.purpose === 'argument' && overlaps(this.sets, defaultSet)
        ? candidates.filter((each) => isEquivalent(argument.value, each.type) && each.memberships.some(({ set, position: at }) => at === position && (set === noSet || overlaps(set, defaultSet))))
        : [];
    const takers = inDefault.length > 0 ? inDefault : candidates;
    const flags = takers.reduce((all, { sets }) => all | sets, noSet);
    for (const each of takers) this.take(each, argument);
    if (flags !== noSet) this.sets &= flags;
  }

  /** What comes through the pipeline is taken for the parameters that take whole objects. */
  private bindInput(): void {
    const takers = [...this.unbound].filter(({ memberships }) => memberships.some(({ set, byValue }) => byValue && (set === noSet || overlaps(set, this.sets))));
    for (const each of takers) this.take(each, undefined);
    const flags = takers.reduce((all, { sets }) => all | sets, noSet);
    if (flags !== noSet) this.sets &= flags;
  }
}

/** `-Name:value` that is being written at its value. */
function isArgument(element: CallElement): boolean {
  return element.kind === 'CommandParameter' && element.argument !== undefined;
}

/** A lone dash: a name is about to come. */
function isDash(element: CallElement): boolean {
  return element.kind === 'CommandParameter' ? element.name === '' : element.kind === 'StringConstantExpression' && element.quote === 'BareWord' && element.value === '-';
}
