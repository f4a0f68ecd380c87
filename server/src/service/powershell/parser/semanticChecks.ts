import type { Expression, Hashtable, Node, ScriptBlock } from './nodes.ts';
import { isSupported } from './redirection.ts';
import type { SyntaxErrorId } from './syntaxError.ts';
import { walk } from './walk.ts';

type Report = (id: SyntaxErrorId, start: number, end: number) => void;

/** What PowerShell refuses although each part of it is well-formed; found after the whole text is parsed. */
export function checkTree(tree: ScriptBlock, report: Report): void {
  const allowed = new Set<Node>();
  walk(tree, (node) => {
    switch (node.kind) {
      case 'Command':
        for (const element of node.elements) allowed.add(element);
        break;
      case 'VariableExpression':
        if (node.splatted && !allowed.has(node)) report('SplattingNotPermitted', node.start, node.end);
        break;
      case 'FunctionDefinition':
        if (node.parameters && node.body.paramBlock) report('OnlyOneParameterListAllowed', node.body.paramBlock.start, node.body.paramBlock.end);
        break;
      case 'AssignmentStatement':
        checkTarget(node.left, report);
        break;
      case 'Pipeline':
        for (const element of node.elements.slice(1)) {
          if (element.kind === 'CommandExpression') report('ExpressionsMustBeFirstInPipeline', element.start, element.end);
        }
        break;
      case 'FileRedirection':
      case 'MergingRedirection':
        if (!isSupported(node)) report('RedirectionNotSupported', node.start, node.operator === '<' ? node.start + 1 : node.end);
        break;
      case 'Hashtable':
        checkKeys(node, report);
        break;
      default:
    }
  });
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

function checkKeys(table: Hashtable, report: Report): void {
  const seen = new Set<string>();
  for (const { key } of table.entries) {
    if (key.kind !== 'StringConstantExpression') continue;
    const name = key.value.toLowerCase();
    if (seen.has(name)) report('DuplicateKeyInHashLiteral', key.start, key.end);
    seen.add(name);
  }
}
