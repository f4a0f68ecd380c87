/** What PowerShell has against a call, by its own names. */
import type { BindableParameter } from './callable.ts';

export type BindingErrorId =
  | 'NamedParameterNotFound' | 'AmbiguousParameter' | 'ParameterAlreadyBound' | 'MissingArgument' | 'PositionalParameterNotFound'
  | 'AmbiguousParameterSet' | 'MissingMandatoryParameter' | 'CommandNotFoundException' | 'InputObjectNotBound' | 'InputObjectMissingMandatory'
  | 'ParameterArgumentTransformationError' | 'ParameterArgumentValidationError' | 'ParameterArgumentValidationErrorNullNotAllowed'
  | 'ParameterArgumentValidationErrorEmptyStringNotAllowed' | 'ParameterArgumentValidationErrorEmptyArrayNotAllowed'
  | 'CannotConvertArgument' | 'CannotConvertArgumentNoMessage' | 'ParameterBindingFailed' | 'ScriptBlockArgumentNoInput';

export interface BindingError {
  readonly id: BindingErrorId;
  /** The name that PowerShell gives: as written, as documented, or a surplus argument's text; several missing ones parted by spaces. */
  readonly parameter: string | undefined;
  /** What the error is about: name, argument, or the command's name. */
  readonly start: number;
  readonly end: number;
  /**
   * False where the verdict hangs on what the documentation leaves open or contradicts itself about: the default parameter set, sets that
   * table and syntax disagree on, a common parameter that only newer engines have.
   */
  readonly certain: boolean;
  /** The parameter concerned, where there is one. */
  readonly about?: BindableParameter;
  /** For an ambiguous name what it could be; for missing parameters what is missing, of one set after the other. */
  readonly candidates?: readonly (readonly BindableParameter[])[];
}
