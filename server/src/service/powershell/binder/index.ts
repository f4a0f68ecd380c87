/**
 * PowerShell's parameter binder for the cmdlets of the catalogue: which parameter each argument of a call belongs to, and what PowerShell has
 * against it. Nothing is run: what is not written out is unknown, and nothing is said of it.
 *
 * `bindScript` binds every call of a script in PowerShell's own order of steps. `Binding.errors` begins with the error that PowerShell would
 * report; those behind it are what it would find next. That is the raw verdict, held against PowerShell's own engine
 * (test/conformance); a finding is made only of what is `certain`, since the catalogue knows less than Exchange does.
 */
export { bindScript, findCommand } from './bindScript.ts';
export type { BindOptions, BoundCommand, FoundCommand } from './bindScript.ts';
export type { Binding, BoundParameter } from './binding.ts';
export type { BindingError, BindingErrorId } from './bindingError.ts';
export type { BindableParameter, Callable, Membership } from './callable.ts';
export { matchParameter } from './matchParameter.ts';
export type { HowNamed, Match } from './matchParameter.ts';
export type { Value } from './value.ts';
