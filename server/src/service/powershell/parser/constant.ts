import type { Expression, Statement } from './nodes.ts';

const constants: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** Operators that PowerShell computes as it reads. */
const computed: ReadonlySet<string> = new Set(['!', '*', '/', '%', '+', '-', '-not', '-bnot', '-and', '-or', '-xor', '-band', '-bor', '-bxor', '-shl', '-shr']);

/**
 * Whether an attribute can have it as an argument: nothing that is found out when the script runs, but for script blocks. What only its type could
 * tell, such as a static member, counts as constant. Without recursion: `1+1+1…` is as deep as it is long.
 */
export function isConstant(expression: Expression): boolean {
  const open: Expression[] = [expression];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const parts = partsOf(each);
    if (parts === undefined) return false;
    for (const part of parts) open.push(part);
  }
  return true;
}

/** What must be constant for it to be; undefined where it is none. */
function partsOf(expression: Expression): readonly Expression[] | undefined {
  switch (expression.kind) {
    case 'VariableExpression':
      return constants.has(expression.name.toLowerCase()) ? [] : undefined;
    case 'ExpandableStringExpression':
    case 'Hashtable':
    case 'ArrayExpression':
    case 'IndexExpression':
    case 'InvokeMemberExpression':
    case 'AttributedExpression':
      return undefined;
    case 'MemberExpression':
      return expression.isStatic && expression.target.kind === 'TypeExpression' ? [] : undefined;
    case 'ConvertExpression':
      return [expression.operand];
    case 'UnaryExpression':
      return computed.has(expression.operator) ? [expression.operand] : undefined;
    case 'BinaryExpression':
      return computed.has(expression.operator) ? [expression.left, expression.right] : undefined;
    case 'ArrayLiteral':
      return expression.elements;
    case 'TernaryExpression':
      return [expression.condition, expression.ifTrue, expression.ifFalse];
    case 'ParenExpression':
      return ofStatement(expression.pipeline);
    case 'SubExpression': {
      const [only, ...others] = expression.body.statements;
      return others.length > 0 ? undefined : ofStatement(only);
    }
    default:
      return [];
  }
}

function ofStatement(statement: Statement | undefined): readonly Expression[] | undefined {
  if (statement?.kind !== 'Pipeline') return statement === undefined ? [] : undefined;
  const [only, ...others] = statement.elements;
  return only?.kind === 'CommandExpression' && others.length === 0 && only.redirections.length === 0 ? [only.expression] : undefined;
}
