/** What a splatted variable holds, as far as the text says. */
import type { AssignmentStatement, Expression, Node, ScriptBlock, Span } from '../parser/index.ts';
import { walk } from '../parser/index.ts';
import type { Splats } from './writtenArguments.ts';

interface Change extends Span {
  /** Undefined where the text does not say what the variable holds afterwards. */
  readonly held: Expression | undefined;
}

/**
 * The last assignment before the command counts, if nothing else touches the variable in between and it is certain to have run: it stands in
 * a block that the command stands in too. What a loop changes behind the command counts in its next round.
 */
export function splatsInReach(tree: ScriptBlock): Splats {
  let reach: Reach | undefined;
  return (name, at) => {
    reach ??= reachOf(tree);
    const changes = reach.changes.get(name.toLowerCase()) ?? [];
    const next = changes.findIndex((change) => change.end > at);
    const last = next < 0 ? changes.at(-1) : changes[next - 1];
    const later = next < 0 ? undefined : changes[next];
    if (last?.held === undefined || (later && reach.loops.some((loop) => contains(loop, at) && contains(loop, later.start)))) return undefined;
    return reach.blocks.every((block) => contains(block, at) || !contains(block, last.start)) ? last.held : undefined;
  };
}

interface Reach {
  /** By variable, in the order of the text. */
  readonly changes: ReadonlyMap<string, readonly Change[]>;
  readonly blocks: readonly Span[];
  readonly loops: readonly Span[];
}

function contains({ start, end }: Span, at: number): boolean {
  return start <= at && at < end;
}

function reachOf(tree: ScriptBlock): Reach {
  const changes = new Map<string, Change[]>();
  const blocks: Span[] = [];
  const loops: Span[] = [];
  const note = (target: Expression, { start, end }: Span, held: Expression | undefined): void => {
    const name = variableOf(target);
    if (name === undefined) return;
    const list = changes.get(name);
    if (list) list.push({ start, end, held });
    else changes.set(name, [{ start, end, held }]);
  };
  walk(tree, (node) => {
    if (node.kind === 'StatementBlock' || node.kind === 'ScriptBlock') blocks.push(node);
    else if (isLoop(node)) loops.push(node);
    if (node.kind === 'AssignmentStatement') note(node.left, node, plainTarget(node) ? literal(node) : undefined);
    else if (node.kind === 'InvokeMemberExpression') note(node.target, node, undefined);
  });
  for (const list of changes.values()) list.sort((a, b) => a.start - b.start);
  return { changes, blocks, loops };
}

function isLoop({ kind }: Node): boolean {
  return ['WhileStatement', 'DoWhileStatement', 'DoUntilStatement', 'ForStatement', 'ForEachStatement'].includes(kind);
}

/** The variable that an assignment or a method changes, in lower case, without its scope. */
function variableOf(target: Expression): string | undefined {
  let at = target;
  for (;;) {
    if (at.kind === 'MemberExpression' || at.kind === 'IndexExpression') at = at.target;
    else if (at.kind === 'ConvertExpression' || at.kind === 'AttributedExpression') at = at.operand;
    else return at.kind === 'VariableExpression' ? at.name.toLowerCase().replace(/^(?:script|global|local|private|using):/, '') : undefined;
  }
}

function plainTarget({ left, operator }: AssignmentStatement): boolean {
  return operator === '=' && (left.kind === 'VariableExpression' || left.kind === 'ConvertExpression');
}

/** A hashtable, also `[ordered]@{…}`, or anything else that is written out. */
function literal({ right }: AssignmentStatement): Expression | undefined {
  if (right?.kind !== 'Pipeline') return undefined;
  const [only, ...others] = right.elements;
  if (only?.kind !== 'CommandExpression' || others.length > 0) return undefined;
  const { expression } = only;
  if (expression.kind === 'ConvertExpression' && expression.operand.kind === 'Hashtable') return expression.operand;
  return ['Hashtable', 'ArrayLiteral', 'ArrayExpression', 'StringConstantExpression'].includes(expression.kind) ? expression : undefined;
}
