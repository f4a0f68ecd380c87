/** Whether an argument fits a parameter without being converted, as far as its form tells. */
import type { ValueType } from './binder/valueType.ts';
import type { CallElement } from './scriptPlace.ts';

/** Variables and calls may be anything, so they fit. */
export function isEquivalent(argument: CallElement | undefined, type: ValueType): boolean {
  if (type === 'object') return true;
  switch (argument?.kind) {
    case 'StringConstantExpression':
    case 'ExpandableStringExpression':
      return type === 'string' || type === 'stringList';
    case 'ConstantExpression':
      return type === 'int';
    case 'ArrayLiteral':
    case 'ArrayExpression':
      return type === 'stringList' || type === 'byteList';
    case 'CommandParameter':
    case 'Hashtable':
    case 'ScriptBlockExpression':
      return false;
    default:
      return true;
  }
}
