import type { ArrayLiteral, AssignmentStatement, Command, ConvertExpression, Expression, FunctionDefinition, Hashtable, Node, ParamBlock, Parameter, TypeMember, UnaryExpression, VariableExpression } from './nodes.ts';
import type { SyntaxErrorId } from './syntaxError.ts';

type Report = (id: SyntaxErrorId, start: number, end: number) => void;

/** What can be refused only when the whole text is known; the grammar's functions note such nodes as they make them. */
export type Checked = VariableExpression | UnaryExpression | ConvertExpression | Hashtable | AssignmentStatement | ParamBlock | FunctionDefinition | TypeMember | Command;

/** What PowerShell refuses although each part of it is well-formed, outer before inner as PowerShell goes through its tree. */
export function checkNodes(nodes: Checked[], report: Report): void {
  const allowed = new Set<Node>();
  for (const node of nodes) if (node.kind === 'Command') for (const element of node.elements) allowed.add(element);
  nodes.sort((a, b) => a.start - b.start || b.end - a.end);
  for (const node of nodes) check(node, allowed, report);
}

function check(node: Checked, allowed: Set<Node>, report: Report): void {
  switch (node.kind) {
    case 'Command':
      for (const element of node.elements) if (element.kind === 'ArrayLiteral') checkList(element, allowed, report);
      return;
    case 'VariableExpression':
      if (!allowed.has(node)) report('SplattingNotPermitted', node.start, node.end);
      return;
    case 'FunctionDefinition':
      if (!node.parameters) return;
      checkParameters(node.parameters, report);
      // `function f() { param (…) }` has one list: an empty pair of brackets is none.
      if (node.parameters.length > 0 && node.body.paramBlock) report('OnlyOneParameterListAllowed', node.body.paramBlock.start, node.body.paramBlock.end);
      return;
    case 'FunctionMember':
      if (node.body?.paramBlock) report('ParamBlockNotAllowedInMethod', node.body.paramBlock.start, node.body.paramBlock.end);
      return;
    case 'ParamBlock':
      checkParameters(node.parameters, report);
      return;
    case 'AssignmentStatement':
      if (node.operator !== '=' && node.left.kind === 'ArrayLiteral') report('InvalidLeftHandSide', node.left.start, node.left.end);
      else checkTarget(node.left, report);
      return;
    case 'UnaryExpression':
      if (!canBeCounted(node.operand)) report('OperatorRequiresVariableOrProperty', node.operand.start, node.operand.end);
      return;
    case 'ConvertExpression':
    case 'AttributedExpression':
      if (node.attribute.name.toLowerCase() === 'ordered' && node.operand.kind !== 'Hashtable') report('OrderedAttributeOnlyOnHashLiteralNode', node.start, node.end);
      return;
    case 'Hashtable':
      checkKeys(node, report);
  }
}

function canBeCounted(operand: Expression): boolean {
  return ['VariableExpression', 'MemberExpression', 'IndexExpression', 'ConvertExpression', 'AttributedExpression', 'ErrorExpression'].includes(operand.kind);
}

/** What can be assigned to: variables, members, indexes, and lists of them. */
function checkTarget(target: Expression, report: Report): void {
  switch (target.kind) {
    case 'VariableExpression':
    case 'MemberExpression':
    case 'InvokeMemberExpression':
    case 'IndexExpression':
    case 'ErrorExpression':
      return;
    case 'ArrayLiteral':
      for (const each of target.elements) checkTarget(each, report);
      return;
    case 'ConvertExpression':
    case 'AttributedExpression':
      checkTarget(target.operand, report);
      return;
    case 'ParenExpression': {
      const { pipeline } = target;
      const only = pipeline?.kind === 'Pipeline' && pipeline.elements.length === 1 ? pipeline.elements[0] : undefined;
      if (only?.kind === 'CommandExpression') checkTarget(only.expression, report);
      else report('InvalidLeftHandSide', pipeline?.start ?? target.start, pipeline?.end ?? target.end);
      return;
    }
    default:
      report('InvalidLeftHandSide', target.start, target.end);
  }
}

/** A list of arguments cannot hold what is splatted. */
function checkList(list: ArrayLiteral, allowed: Set<Node>, report: Report): void {
  for (const each of list.elements) {
    if (each.kind !== 'VariableExpression' || !each.splatted) continue;
    allowed.add(each);
    report('SplattingNotPermittedInArgumentList', each.start, each.end);
  }
}

function checkParameters(parameters: readonly Parameter[], report: Report): void {
  const seen = new Set<string>();
  for (const { name } of parameters) {
    const known = name.name.toLowerCase();
    if (seen.has(known)) report('DuplicateFormalParameter', name.start, name.end);
    seen.add(known);
  }
}

function checkKeys(table: Hashtable, report: Report): void {
  const seen = new Set<string>();
  for (const { key } of table.entries) {
    if (key.kind !== 'StringConstantExpression' && key.kind !== 'ConstantExpression') continue;
    const name = key.kind === 'ConstantExpression' ? `#${key.text}` : key.value.toLowerCase();
    if (seen.has(name)) report('DuplicateKeyInHashLiteral', key.start, key.end);
    seen.add(name);
  }
}
