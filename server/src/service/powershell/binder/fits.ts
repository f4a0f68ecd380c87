/** Whether PowerShell can make a parameter's type of a value. What is not known fits. */
import { isDateTime } from './dateText.ts';
import { numberOf } from './number.ts';
import { isGuid, isIpAddress, isTimeSpan, isUri } from './textForms.ts';
import type { Value } from './value.ts';
import type { ValueType } from './valueType.ts';

export function fits(value: Value, type: ValueType): boolean {
  if (value.kind === 'unknown') return true;
  switch (type) {
    case 'object':
    case 'stringList':
      return true;
    case 'switch':
      return value.kind === 'boolean' || value.kind === 'null';
    case 'bool':
      return value.kind === 'boolean' || value.kind === 'number';
    case 'nullableBool':
      return value.kind === 'boolean' || value.kind === 'number' || value.kind === 'null';
    case 'string':
    case 'variableName':
      return value.kind !== 'list';
    case 'int':
    case 'bufferSize':
      return fitsInteger(value, -(2 ** 31), 2 ** 31 - 1);
    case 'uint':
      return fitsInteger(value, 0, 2 ** 32 - 1);
    case 'long':
      return fitsInteger(value, -(2 ** 63), 2 ** 63 + 2 ** 11);
    case 'byteList':
      return fitsBytes(value);
    case 'uri':
      return value.kind === 'null' || fitsText(value, isUri);
    case 'ipAddress':
      return value.kind === 'null' || fitsText(value, isIpAddress);
    case 'guid':
      return value.kind === 'guid' || isNothing(value) || (value.kind !== 'number' && fitsText(value, isGuid));
    case 'dateTime':
      return value.kind === 'number' && value.whole ? value.value >= 0 : isNothing(value) || fitsText(value, isDateTime);
    case 'timeSpan':
      return value.kind === 'number' ? value.whole : isNothing(value) || fitsText(value, isTimeSpan);
    case 'actionPreference':
      return fitsAction(value);
  }
}

/** An empty hashtable sets no property of the value that it makes. */
function isNothing(value: Value): boolean {
  return value.kind === 'hashtable' && value.isEmpty;
}

/** A number is read by the text it was written as. */
function fitsText(value: Value, isRight: (text: string) => boolean): boolean {
  if (value.kind === 'number') return isRight(value.text);
  return value.kind === 'text' && (value.text === undefined || isRight(value.text));
}

function fitsInteger(value: Value, least: number, most: number): boolean {
  switch (value.kind) {
    case 'null':
    case 'boolean':
      return true;
    case 'number':
      return inRange(value.value, least, most);
    case 'text':
      return value.text === undefined || textInRange(value.text, least, most);
    default:
      return false;
  }
}

function textInRange(text: string, least: number, most: number): boolean {
  const trimmed = text.trim();
  if (trimmed === '') return true;
  const number = numberOf(/^[+-]?[\d,]+(?:\.\d*)?$/.test(trimmed) && /^[+-]?\d/.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed);
  return number !== undefined && inRange(number.value, least, most);
}

/** PowerShell rounds halves to the even neighbour, so that 255.5 is already too much. */
function inRange(value: number, least: number, most: number): boolean {
  return value >= least - 0.5 && value < most + 0.5;
}

function fitsBytes(value: Value): boolean {
  if (value.kind === 'list') return value.items.every((each) => each.kind !== 'list' && fitsBytes(each));
  return value.kind === 'unknown' || fitsInteger(value, 0, 255);
}

const actions = ['SilentlyContinue', 'Stop', 'Continue', 'Inquire', 'Ignore', 'Suspend', 'Break'];

/** A name or its unambiguous beginning, or its number; several with commas make the sum of their numbers, of which nothing is said. */
function fitsAction(value: Value): boolean {
  if (value.kind === 'number') return value.whole && value.value >= 0 && value.value < actions.length;
  if (value.kind === 'null' || value.kind === 'list') return true;
  if (value.kind !== 'text') return false;
  if (value.text === undefined || value.text.includes(',')) return true;
  const written = value.text.trim().toLowerCase();
  if (/^\d+$/.test(written)) return Number(written) < actions.length;
  const names = actions.map((name) => name.toLowerCase());
  return names.includes(written) || (written !== '' && names.filter((name) => name.startsWith(written)).length === 1);
}
