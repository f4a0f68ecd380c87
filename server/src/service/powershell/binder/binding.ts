/** A call while it is bound: what is known of it so far. */
import type { CommandParameter, Expression, Span } from '../parser/index.ts';
import type { BindingError } from './bindingError.ts';
import type { BindableParameter, Callable } from './callable.ts';
import { checkValue } from './checkValue.ts';
import { couldFitExchange } from './couldFitExchange.ts';
import type { HowNamed } from './matchParameter.ts';
import type { SetFlags } from './setFlags.ts';
import { allSets } from './setFlags.ts';
import type { Value } from './value.ts';

export interface BoundParameter {
  readonly parameter: BindableParameter;
  /** By position, from a splat, or by a name that is its own, an alias or the beginning of one. */
  readonly how: HowNamed | 'position' | 'splat' | 'pipeline';
  /** Of the name with dash and colon, or of the argument where none is written. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Undefined for a switch without a value, from a splat and from the pipeline. */
  readonly argument: Expression | CommandParameter | undefined;
  readonly value: Value;
}

/** A call with more of them is another kind of text: all of them would be compared with all. */
const mostErrors = 100;

export class Binding {
  readonly callable: Callable;
  /** Objects may come through the pipeline. */
  readonly awaitsInput: boolean;
  /** Of the cmdlet's name. */
  readonly place: Span;
  readonly bound = new Map<BindableParameter, BoundParameter>();
  readonly errors: BindingError[] = [];
  /** Sets that are still possible. */
  sets: SetFlags = allSets;
  /** Tried first when input arrives; empty for none. */
  preferredForInput: SetFlags = 0;
  /** A splat whose contents are not known is among the arguments. */
  opaque = false;

  constructor(callable: Callable, place: Span, awaitsInput: boolean) {
    this.awaitsInput = awaitsInput;
    this.callable = callable;
    this.place = place;
  }

  /** Which of them nothing has been given for. */
  unbound(parameters: readonly BindableParameter[]): BindableParameter[] {
    return parameters.filter((parameter) => !this.bound.has(parameter));
  }

  report(error: Omit<BindingError, 'certain'> & { readonly certain?: boolean }): void {
    if (this.errors.length < mostErrors) this.errors.push({ certain: true, ...error });
  }

  /** Takes the value; what PowerShell has against it is reported, and the parameter counts as given all the same. */
  bind(given: BoundParameter): void {
    const { parameter, value, argument, nameStart, nameEnd } = given;
    const id = isRunPerObject(parameter, value) ? (this.awaitsInput ? undefined : 'ScriptBlockArgumentNoInput') : checkValue(parameter, value);
    if (id) {
      const certain = !couldFitExchange(parameter, value);
      this.report({ id, parameter: parameter.name, start: argument?.start ?? nameStart, end: argument?.end ?? nameEnd, certain, about: parameter });
    }
    this.take(given);
  }

  take(given: BoundParameter): void {
    const { parameter } = given;
    this.bound.set(parameter, given);
    if (!parameter.inAllSets) this.sets &= parameter.sets;
  }
}

/** A script block for a parameter that the pipeline could supply: it is run for each object, and what it gives is bound. */
function isRunPerObject({ type, isCommon, fromPipeline }: BindableParameter, value: Value): boolean {
  return value.kind === 'scriptBlock' && type !== 'object' && !isCommon && fromPipeline;
}
