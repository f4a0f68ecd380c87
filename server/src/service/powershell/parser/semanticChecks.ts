import { isConstant } from './constant.ts';
import type { AssignmentStatement, Attribute, Command, ConvertExpression, Expression, FlowStatement, FunctionDefinition, Hashtable, IndexExpression, MemberExpression, Node, ParamBlock, Parameter, TypeMember, UnaryExpression, VariableExpression } from './nodes.ts';
import type { SyntaxErrorId } from './syntaxError.ts';

type Report = (id: SyntaxErrorId, start: number, end: number) => void;

/** What can be refused only when the whole text is known; the grammar's functions note such nodes as they make them. */
export type Checked = VariableExpression | UnaryExpression | ConvertExpression | Hashtable | AssignmentStatement | ParamBlock | FunctionDefinition | Command | Attribute | MemberExpression | IndexExpression | FlowStatement | TypeMember;

/** What PowerShell refuses although each part of it is well-formed, outer before inner as PowerShell goes through its tree. */
export function checkNodes(nodes: Checked[], report: Report): void {
  const allowed = new Set<Node>();
  const inList = new Set<Node>();
  for (const node of nodes) {
    if (node.kind !== 'Command') continue;
    for (const element of node.elements) {
      allowed.add(element);
      if (element.kind === 'ArrayLiteral') for (const each of element.elements) inList.add(each);
    }
  }
  nodes.sort((a, b) => a.start - b.start || b.end - a.end);
  for (const node of nodes) check(node, { allowed, inList }, report);
}

/** Where a splatted variable may stand, and where it stands in a list of arguments, which cannot hold it. */
interface Arguments {
  readonly allowed: ReadonlySet<Node>;
  readonly inList: ReadonlySet<Node>;
}

function check(node: Checked, { allowed, inList }: Arguments, report: Report): void {
  switch (node.kind) {
    case 'Command':
      return;
    case 'ReturnStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      report('ControlLeavingFinally', node.start, node.end);
      return;
    case 'Attribute':
      checkNamed(node, report);
      for (const each of [...node.named.map(({ value }) => value), ...node.arguments]) {
        if (each && !isConstant(each)) report('ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock', each.start, each.end);
      }
      return;
    case 'MemberExpression':
    case 'InvokeMemberExpression':
    case 'IndexExpression':
      checkFromCaller(node, report);
      return;
    case 'VariableExpression':
      if (!allowed.has(node)) report(inList.has(node) ? 'SplattingNotPermittedInArgumentList' : 'SplattingNotPermitted', node.start, node.end);
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
      if (node.operand.kind === 'ArrayLiteral') report('OperatorRequiresVariableOrProperty', node.operand.start, node.operand.end);
      else checkTarget(node.operand, report, 'OperatorRequiresVariableOrProperty');
      return;
    case 'ConvertExpression':
    case 'AttributedExpression':
      if (node.attribute.name.toLowerCase() === 'ordered' && node.operand.kind !== 'Hashtable') report('OrderedAttributeOnlyOnHashLiteralNode', node.start, node.end);
      return;
    case 'Hashtable':
      checkKeys(node, report);
  }
}

/** `$using:name` and what is taken of it: a copy that nothing can be assigned to. */
function isFromCaller(target: Expression): boolean {
  let root = target;
  while (root.kind === 'MemberExpression' || root.kind === 'InvokeMemberExpression' || root.kind === 'IndexExpression') root = root.target;
  return root.kind === 'VariableExpression' && /^using:./i.test(root.name);
}

function checkNamed({ named }: Attribute, report: Report): void {
  const seen = new Set<string>();
  for (const { name, start, end } of named) {
    const known = name.toLowerCase();
    if (seen.has(known)) report('DuplicateNamedArgument', start, end);
    seen.add(known);
  }
}

/** Behind `$using:name` stand properties and constant indexes only. */
function checkFromCaller(chain: Expression, report: Report): void {
  let each = chain;
  for (;;) {
    if (each.kind === 'VariableExpression') return;
    if (each.kind === 'IndexExpression' && each.index && !isConstant(each.index)) {
      report('InvalidUsingExpression', each.index.start, each.index.end);
      return;
    }
    if (each.kind !== 'IndexExpression' && !(each.kind === 'MemberExpression' && each.member?.kind === 'StringConstantExpression')) {
      report('InvalidUsingExpression', each.start, each.end);
      return;
    }
    each = each.target;
  }
}

/** What can be assigned to: variables, members, indexes, and lists of them. */
function checkTarget(target: Expression, report: Report, id: SyntaxErrorId = 'InvalidLeftHandSide'): void {
  switch (target.kind) {
    case 'VariableExpression':
      if (isFromCaller(target)) report(id, target.start, target.end);
      return;
    case 'MemberExpression':
    case 'InvokeMemberExpression':
    case 'IndexExpression':
      if (target.ifNotNull || isFromCaller(target)) report(id, target.start, target.end);
      return;
    case 'ErrorExpression':
      return;
    case 'ArrayLiteral':
      for (const each of target.elements) checkTarget(each, report, id);
      return;
    case 'ConvertExpression':
    case 'AttributedExpression':
      checkType(target, report);
      checkTarget(target.operand, report, id);
      return;
    case 'ParenExpression': {
      const { pipeline } = target;
      const only = pipeline?.kind === 'Pipeline' && pipeline.elements.length === 1 ? pipeline.elements[0] : undefined;
      if (only?.kind === 'CommandExpression') checkTarget(only.expression, report, id);
      else report(id, pipeline?.start ?? target.start, pipeline?.end ?? target.end);
      return;
    }
    default:
      report(id, target.start, target.end);
  }
}

/** What PowerShell sets itself, with the types that it can have. */
const automatic: ReadonlyMap<string, readonly string[]> = new Map([
  ['_', ['object']],
  ['this', ['object']],
  ['input', ['object']],
  ['args', ['object[]']],
  ['psscriptroot', ['string']],
  ['pscommandpath', ['string']],
]);

/** `[void]` holds nothing, and what PowerShell sets has a type of its own. */
function checkType(target: ConvertExpression, report: Report): void {
  const { attribute, operand } = target;
  const type = attribute.kind === 'TypeConstraint' ? attribute.name.toLowerCase().replace(/^system\./, '') : undefined;
  if (type === 'void') report('VoidTypeConstraintNotAllowed', attribute.start, attribute.end);
  const wanted = operand.kind === 'VariableExpression' ? automatic.get(operand.name.toLowerCase().replace(/^local:/, '')) : undefined;
  if (wanted && (type === undefined || !wanted.includes(type))) report('AssignmentStatementToAutomaticNotSupported', target.start, target.end);
}

function checkParameters(parameters: readonly Parameter[], report: Report): void {
  const seen = new Set<string>();
  for (const { name } of parameters) {
    const known = name.name.toLowerCase();
    if (seen.has(known)) report('DuplicateFormalParameter', name.start, name.end);
    seen.add(known);
  }
}

/** A number is the key that it is as text: `1`, `01` and `'1'` are the same. */
function numberText(written: string): string {
  const value = Number(written);
  return Number.isNaN(value) ? written : String(value);
}

function checkKeys(table: Hashtable, report: Report): void {
  const seen = new Set<string>();
  for (const { key } of table.entries) {
    if (key.kind !== 'StringConstantExpression' && key.kind !== 'ConstantExpression') continue;
    const name = key.kind === 'ConstantExpression' ? numberText(key.text) : key.value.toLowerCase();
    if (seen.has(name)) report('DuplicateKeyInHashLiteral', key.start, key.end);
    seen.add(name);
  }
}
