import type { Expression } from '../powershell/parser/index.ts';

/** Kinds that read alike as an argument and as a value. */
const alike = new Set<Expression['kind']>(['VariableExpression', 'ParenExpression', 'SubExpression', 'ArrayExpression', 'Hashtable', 'ScriptBlockExpression', 'MemberExpression', 'InvokeMemberExpression', 'IndexExpression']);

/** An argument as an expression writes it: words get quotes. Undefined for what would need more than that. */
export function argumentAsValue(text: string, argument: Expression): string | undefined {
  const written = text.slice(argument.start, argument.end);
  switch (argument.kind) {
    case 'ConstantExpression':
      return isSameAsText(written) ? written : undefined;
    case 'StringConstantExpression':
      return argument.quote === 'BareWord' ? `'${argument.value.replaceAll("'", "''")}'` : written;
    case 'ExpandableStringExpression':
      return argument.quote === 'BareWord' ? undefined : written;
    case 'ArrayLiteral': {
      const items = argument.elements.map((element) => argumentAsValue(text, element));
      return items.every((item) => item !== undefined) ? items.join(', ') : undefined;
    }
    default:
      // `$_` is another object before the pipeline than in it.
      return alike.has(argument.kind) && !/\$(?:_|psitem)\b/i.test(written) ? written : undefined;
  }
}

/** A parameter that wants text gets a number as it is written, but of a value only the number: `007` is 7, `1KB` is 1024. */
export function isSameAsText(number: string): boolean {
  return /^(?:0|[1-9]\d{0,8})$/.test(number);
}
