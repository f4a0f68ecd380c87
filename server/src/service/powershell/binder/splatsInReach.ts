/** What a splatted variable holds, as far as the text says. */
import type { AssignmentStatement, Expression, Node, ScriptBlock, Span } from '../parser/index.ts';
import { walk } from '../parser/index.ts';
import type { Splats } from './writtenArguments.ts';

interface Change extends Span {
  /** Undefined where the text does not say what the variable holds afterwards. */
  readonly held: Expression | undefined;
  /** The innermost block that it stands in, and the outermost loop. */
  block?: Span | undefined;
  loop?: Span | undefined;
  /** Where it and all changes of the variable before it have ended. */
  upTo: number;
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
    const next = firstBeyond(changes, at);
    const last = changes[next - 1];
    const later = changes[next];
    if (last?.held === undefined || (later?.loop && contains(later.loop, at) && contains(later.loop, later.start))) return undefined;
    return last.block === undefined || contains(last.block, at) ? last.held : undefined;
  };
}

interface Reach {
  /** By variable, in the order of the text. */
  readonly changes: ReadonlyMap<string, readonly Change[]>;
}

function contains({ start, end }: Span, at: number): boolean {
  return start <= at && at < end;
}

/** The first change that has not ended there: many of one variable are no reason to look at each for each command. */
function firstBeyond(changes: readonly Change[], at: number): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.upTo ?? Infinity) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

function reachOf(tree: ScriptBlock): Reach {
  const changes = new Map<string, Change[]>();
  const all: Change[] = [];
  const blocks: Span[] = [];
  const loops: Span[] = [];
  const note = (target: Expression, { start, end }: Span, held: Expression | undefined): void => {
    const name = variableOf(target);
    if (name === undefined) return;
    const change = { start, end, held, upTo: end };
    all.push(change);
    const list = changes.get(name);
    if (list) list.push(change);
    else changes.set(name, [change]);
  };
  walk(tree, (node) => {
    if (node.kind === 'StatementBlock' || node.kind === 'ScriptBlock') blocks.push(node);
    else if (isLoop(node)) loops.push(node);
    if (node.kind === 'AssignmentStatement') note(node.left, node, plainTarget(node) ? literal(node) : undefined);
    else if (node.kind === 'InvokeMemberExpression') note(node.target, node, undefined);
  });
  for (const list of changes.values()) {
    list.sort((a, b) => a.start - b.start);
    let upTo = 0;
    for (const change of list) change.upTo = upTo = Math.max(upTo, change.end);
  }
  all.sort((a, b) => a.start - b.start);
  eachWithin(all, blocks, (change, open) => (change.block = open.at(-1)));
  eachWithin(all, loops, (change, open) => (change.loop = open[0]));
  return { changes };
}

/** Gives each change the spans around it, the outer ones first. `changes` are in the order of the text. */
function eachWithin(changes: readonly Change[], spans: Span[], give: (change: Change, open: readonly Span[]) => void): void {
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const open: Span[] = [];
  let next = 0;
  const close = (at: number): void => {
    while ((open.at(-1)?.end ?? Infinity) <= at) open.pop();
  };
  for (const change of changes) {
    for (let span = spans[next]; span !== undefined && span.start <= change.start; span = spans[++next]) {
      close(span.start);
      open.push(span);
    }
    close(change.start);
    give(change, open);
  }
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
