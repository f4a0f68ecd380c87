import type { Value } from './value.ts';

const literal = /^([+-]?)(?:0x([0-9a-f]+)|0b([01]+)|(\d*\.?\d*(?:e[+-]?\d+)?))(u?[lsy]|u|n|d)?(kb|mb|gb|tb|pb)?$/i;
const multiples: Readonly<Record<string, number>> = { kb: 2 ** 10, mb: 2 ** 20, gb: 2 ** 30, tb: 2 ** 40, pb: 2 ** 50 };

/** A number as PowerShell writes it: `0x1F`, `1.5`, `1e3`, `2MB`, `12l`. Undefined where it is none. */
export function numberOf(text: string): (Value & { readonly kind: 'number' }) | undefined {
  const [, sign, hexadecimal, binary, decimal, suffix, multiple] = literal.exec(text) ?? [];
  const digits = hexadecimal ?? binary ?? decimal;
  if (digits === undefined || !/\d/.test(text)) return undefined;
  const amount = hexadecimal === undefined ? (binary === undefined ? Number(digits) : Number.parseInt(digits, 2)) : Number.parseInt(digits, 16);
  if (Number.isNaN(amount)) return undefined;
  const wrapped = hexadecimal === undefined || suffix !== undefined ? amount : asSigned(hexadecimal, amount);
  const value = (sign === '-' ? -1 : 1) * wrapped * (multiple === undefined ? 1 : (multiples[multiple.toLowerCase()] ?? 1));
  const whole = decimal === undefined || (!/[.e]/i.test(decimal) && suffix?.toLowerCase() !== 'd');
  return { kind: 'number', value, whole, text };
}

/** Eight digits are the bits of an Int32, sixteen those of an Int64. */
function asSigned(digits: string, amount: number): number {
  if (digits.length === 8) return amount | 0;
  return digits.length === 16 ? Number(BigInt.asIntN(64, BigInt(`0x${digits}`))) : amount;
}
