import type { BindingErrorId } from './bindingError.ts';
import type { BindableParameter } from './callable.ts';
import { fits } from './fits.ts';
import type { Value } from './value.ts';

/** What PowerShell refuses the value for: first its type, then the closed list, then being empty where the parameter is mandatory. */
export function checkValue(parameter: BindableParameter, value: Value): BindingErrorId | undefined {
  if (value.kind === 'unknown') return undefined;
  if (parameter.isCommon) return checkCommon(parameter, value);
  if (!fits(value, parameter.type)) return 'ParameterArgumentTransformationError';
  if (parameter.values && !inList(parameter, value)) return 'ParameterArgumentValidationError';
  return parameter.mandatory ? emptiness(parameter, value) : undefined;
}

/** The engine converts for its own parameters more freely, and says so with other names. */
function checkCommon({ type }: BindableParameter, value: Value): BindingErrorId | undefined {
  switch (type) {
    case 'switch':
      return value.kind === 'number' || fits(value, type) ? undefined : 'CannotConvertArgument';
    case 'actionPreference':
      if (!fits(value, type)) return 'CannotConvertArgumentNoMessage';
      return value.kind === 'null' || isSuspend(value) ? 'ParameterBindingFailed' : undefined;
    case 'bufferSize':
      if (value.kind === 'null' || (value.kind === 'number' && value.value < 0)) return 'ParameterArgumentValidationError';
      return fits(value, type) ? undefined : 'CannotConvertArgumentNoMessage';
    default:
      if (value.kind === 'list') return 'CannotConvertArgument';
      return value.kind === 'text' && value.text !== undefined && /^$|:/.test(value.text) ? 'ParameterArgumentValidationError' : undefined;
  }
}

/** Kept for workflows; the parameters themselves refuse it. */
function isSuspend(value: Value): boolean {
  return (value.kind === 'text' && /^(?:su\w*|5)$/i.test(value.text?.trim() ?? '')) || (value.kind === 'number' && value.value === 5);
}

/** Each item of a list must be in it. */
function inList(parameter: BindableParameter, value: Value): boolean {
  switch (value.kind) {
    case 'unknown':
    case 'boolean':
      return value.kind === 'unknown' || hasBoolean(parameter);
    case 'text':
      return value.text === undefined || (parameter.values?.has(value.text.toLowerCase()) ?? true);
    case 'number':
      return parameter.values?.has(value.text.toLowerCase()) ?? true;
    case 'list':
      return value.items.every((each) => inList(parameter, each));
    default:
      return false;
  }
}

/** `$true` becomes the text "True". */
function hasBoolean({ values }: BindableParameter): boolean {
  return (values?.has('true') ?? false) || (values?.has('false') ?? false);
}

function emptiness({ type }: BindableParameter, value: Value): BindingErrorId | undefined {
  const isText = type === 'string';
  if (value.kind === 'null') return isText ? 'ParameterArgumentValidationErrorEmptyStringNotAllowed' : nullIsNumber(type) ? undefined : 'ParameterArgumentValidationErrorNullNotAllowed';
  if (isText || type === 'stringList') {
    if (isEmptyText(value)) return 'ParameterArgumentValidationErrorEmptyStringNotAllowed';
    if (value.kind === 'list' && value.items.some((each) => isEmptyText(each) || each.kind === 'null')) return 'ParameterArgumentValidationErrorEmptyStringNotAllowed';
  }
  const isList = type === 'stringList' || type === 'byteList';
  return isList && value.kind === 'list' && value.items.length === 0 ? 'ParameterArgumentValidationErrorEmptyArrayNotAllowed' : undefined;
}

function isEmptyText(value: Value): boolean {
  return (value.kind === 'text' && value.text === '') || (value.kind === 'scriptBlock' && value.isEmpty);
}

/** `$null` is 0, and the switch is simply given. */
function nullIsNumber(type: BindableParameter['type']): boolean {
  return type === 'int' || type === 'uint' || type === 'long' || type === 'switch' || type === 'nullableBool';
}
