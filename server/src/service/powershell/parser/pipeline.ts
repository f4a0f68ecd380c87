import { isBlank, isLineEnd, isNameStart } from './characters.ts';
import { command } from './command.ts';
import { expression } from './expression.ts';
import type { AssignmentStatement, Command, CommandExpression, Expression, Pipeline, Redirection, Statement } from './nodes.ts';
import { assignmentOperators, unaryOperators } from './operators.ts';
import type { Parser } from './parser.ts';
import { addRedirection, redirection } from './redirection.ts';
import { statement } from './statement.ts';
import type { Token, TokenKind } from './token.ts';

/** `a && b || c`, one pipeline, or an assignment; undefined where none begins. */
export function pipelineChain(p: Parser): Statement | undefined {
  const first = pipeline(p);
  if (first?.kind !== 'Pipeline') return first;
  const pipelines = [first];
  const operators: ('&&' | '||')[] = [];
  for (;;) {
    const code = p.nextCode();
    const token = code === 38 || code === 124 ? p.peekIn('command') : undefined;
    if (token?.kind !== '&&' && token?.kind !== '||') break;
    p.take();
    if (pipelines.at(-1)?.background) p.unexpected(token, 'BackgroundOperatorInPipelineChain');
    p.skipNewLines();
    const next = pipeline(p, true);
    if (next?.kind !== 'Pipeline') {
      p.lastEnd = token.end;
      const at = p.peekIn('command');
      p.report('EmptyPipelineChainElement', token.end, token.end, at.kind === 'End');
      break;
    }
    operators.push(token.kind);
    pipelines.push(next);
  }
  if (operators.length === 0) return first;
  const end = p.lastEnd;
  p.lexer.noteNewer('PipelineChain', first.start, end);
  return { kind: 'PipelineChain', start: first.start, end, pipelines, operators };
}

function pipeline(p: Parser, chained = false): Statement | undefined {
  const { at: start } = p.mark();
  const elements: Pipeline['elements'][number][] = [];
  let isBackground = false;
  let pipe: Token | undefined;
  for (;;) {
    const element = pipelineElement(p, elements.length === 0 && pipe === undefined && !chained, pipe !== undefined);
    if (element?.kind === 'AssignmentStatement') return element;
    if (element) {
      elements.push(element);
    } else if (pipe) {
      p.report('EmptyPipeElement', pipe.end, pipe.end, Number.isNaN(p.nextCode()));
    }
    const next = afterElement(p);
    if (next.kind === '|') {
      if (!element && !pipe) p.unexpected(next, 'EmptyPipeElement');
      pipe = p.take();
      p.skipNewLines();
      continue;
    }
    if (elements.length === 0) {
      if (!pipe) return undefined;
    } else if (next.kind === '&') {
      p.take();
      isBackground = true;
      p.lexer.noteNewer('Background', start, p.lastEnd);
    } else if (!pipelineEnds.has(next.kind)) {
      p.unexpected(next);
    }
    return { kind: 'Pipeline', start, end: p.lastEnd, elements, background: isBackground };
  }
}

const pipelineEnds: ReadonlySet<TokenKind> = new Set<TokenKind>(['NewLine', ';', 'End', ')', '}', '&&', '||']);
const expressionStarts: ReadonlySet<TokenKind> = new Set<TokenKind>(['Variable', 'SplattedVariable', 'Number', 'String', '(', '{', '[', '$(', '@(', '@{', ',']);

/** The token behind an element; a `|` at the beginning of the next line continues the pipeline. */
function afterElement(p: Parser): Token {
  const before = p.mark();
  if (!isLineEnd(p.nextCode())) return p.peekWord();
  p.take();
  skipCommentLines(p);
  const next = p.nextCode() === 124 && !isEscapedAhead(p) ? p.peekIn('command') : undefined;
  if (next) {
    p.lexer.noteNewer('LeadingPipe', next.start, next.end);
    return next;
  }
  p.reset(before);
  return p.peek();
}

/** A backtick before the bar: the line before is continued by it, and has ended already. */
function isEscapedAhead(p: Parser): boolean {
  const { at } = p.mark();
  return p.lexer.text.slice(p.lastEnd, at).trimStart().startsWith('`');
}

/** Lines with nothing but a comment do not part a pipeline, empty ones do. */
function skipCommentLines(p: Parser): void {
  for (;;) {
    let at = p.lexer.at;
    while (isBlank(p.code(at))) at++;
    if (p.code(at) !== 35 && !(p.code(at) === 60 && p.code(at + 1) === 35)) return;
    if (!isLineEnd(p.nextCode())) return;
    p.take();
  }
}

function pipelineElement(p: Parser, first: boolean, behindPipe: boolean): Command | CommandExpression | AssignmentStatement | undefined {
  const code = p.nextCode();
  if (Number.isNaN(code) || isLineEnd(code) || isNameStart(code)) return command(p);
  const token = p.peekIn('expression', true);
  if (!beginsExpression(token)) return command(p);
  const read = expression(p);
  if (!read) return command(p);
  const next = p.peekIn('expression');
  if (first && next.kind === 'Operator' && assignmentOperators.has(next.value)) return assignment(p, read);
  if (behindPipe) p.report('ExpressionsMustBeFirstInPipeline', read.start, read.end);
  const redirections: Redirection[] = [];
  for (let found = redirection(p, 'command'); found; found = redirection(p, 'command')) addRedirection(p, redirections, found);
  return { kind: 'CommandExpression', start: read.start, end: p.lastEnd, expression: read, redirections };
}

function beginsExpression(token: Token): boolean {
  if (token.kind === 'Operator') return unaryOperators.has(token.value);
  return expressionStarts.has(token.kind);
}

function assignment(p: Parser, left: Expression): AssignmentStatement {
  const operator = p.take();
  if (operator.value === '??=') p.lexer.noteNewer('QuestionQuestionEquals', operator.start, operator.end);
  p.mode = 'command';
  p.skipNewLines();
  const right = statement(p);
  if (!right) p.report('ExpectedValueExpression', operator.end, operator.end, Number.isNaN(p.nextCode()));
  return p.checked({ kind: 'AssignmentStatement', start: left.start, end: right?.end ?? operator.end, left, operator: operator.value, right });
}
