/** What PowerShell has to make of an argument before a cmdlet gets it. */
import type { CommonParameter, Parameter } from '../../catalogue/cmdlet.ts';

/** `object`: takes anything; Exchange converts its own types itself, so that nothing is known of them here. */
export type ValueType =
  | 'switch' | 'object' | 'bool' | 'nullableBool' | 'string' | 'stringList' | 'int' | 'uint' | 'long' | 'uri' | 'dateTime' | 'guid'
  | 'timeSpan' | 'ipAddress' | 'byteList' | 'actionPreference' | 'variableName' | 'bufferSize';

const known: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ['String', 'string'],
  ['String[]', 'stringList'],
  ['Int32', 'int'],
  ['UInt32', 'uint'],
  ['Int64', 'long'],
  ['Uri', 'uri'],
  ['DateTime', 'dateTime'],
  ['Guid', 'guid'],
  ['TimeSpan', 'timeSpan'],
  ['IPAddress', 'ipAddress'],
  ['Byte[]', 'byteList'],
]);

/** A page that names two types, or a list that may be incomplete, says nothing that could be held against a value. */
export function valueTypeOf(parameter: Parameter): ValueType {
  if (parameter.type === 'SwitchParameter') return 'switch';
  if (parameter.open || parameter.otherType !== undefined) return 'object';
  if (parameter.type === 'Boolean') return parameter.nullable ? 'nullableBool' : 'bool';
  const type = known.get(parameter.type);
  if (type !== undefined) return type;
  const single = !parameter.type.endsWith('[]') && parameter.type !== 'MultiValuedProperty' && !parameter.list;
  return parameter.values && single ? 'string' : 'object';
}

export function commonValueType(parameter: CommonParameter): ValueType {
  switch (parameter.type) {
    case 'SwitchParameter':
      return 'switch';
    case 'ActionPreference':
      return 'actionPreference';
    case 'Int32':
      return 'bufferSize';
    default:
      return 'variableName';
  }
}
