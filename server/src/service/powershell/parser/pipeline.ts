import { isLineEnd, isNameStart } from './characters.ts';
import { command } from './command.ts';
import { expression } from './expression.ts';
import type { AssignmentStatement, Command, CommandExpression, Expression, Pipeline, Redirection, Statement } from './nodes.ts';
import { assignmentOperators, unaryOperators } from './operators.ts';
import type { Parser } from './parser.ts';
import { addRedirection, redirection } from './redirection.ts';
import { statement } from './statement.ts';
import type { Token } from './token.ts';

/** `a && b || c`, one pipeline, or an assignment; undefined where none begins. `background`: a trailing `&` is allowed here. */
export function pipelineChain(p: Parser, background: boolean): Statement | undefined {
  const first = pipeline(p, background);
  if (first?.kind !== 'Pipeline') return first;
  const pipelines = [first];
  const operators: ('&&' | '||')[] = [];
  for (;;) {
    const token = p.peekIn('command');
    if (token.kind !== '&&' && token.kind !== '||') break;
    p.take();
    p.skipNewLines();
    const next = pipeline(p, background, true);
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
  p.findings.newer.push({ what: 'PipelineChain', start: first.start, end });
  return { kind: 'PipelineChain', start: first.start, end, pipelines, operators };
}

function pipeline(p: Parser, background: boolean, chained = false): Statement | undefined {
  const { at: start } = p.mark();
  const elements: Pipeline['elements'][number][] = [];
  let isBackground = false;
  let pipe: Token | undefined;
  for (;;) {
    const element = pipelineElement(p, elements.length === 0 && pipe === undefined && !chained);
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
    } else if (next.kind === '&' && background) {
      p.take();
      isBackground = true;
      p.findings.newer.push({ what: 'Background', start, end: p.lastEnd });
    } else if (!endsPipeline(next)) {
      p.unexpected(next);
    }
    return { kind: 'Pipeline', start, end: p.lastEnd, elements, background: isBackground };
  }
}

function endsPipeline(token: Token): boolean {
  return ['NewLine', ';', 'End', ')', '}', '&&', '||'].includes(token.kind);
}

/** The token behind an element; a `|` at the beginning of the next line continues the pipeline. */
function afterElement(p: Parser): Token {
  const before = p.mark();
  if (!isLineEnd(p.nextCode())) return p.peekIn('command');
  p.take();
  const next = p.nextCode() === 124 ? p.peekIn('command') : undefined;
  if (next?.kind === '|') {
    p.findings.newer.push({ what: 'LeadingPipe', start: next.start, end: next.end });
    return next;
  }
  p.reset(before);
  return p.peek();
}

function pipelineElement(p: Parser, first: boolean): Command | CommandExpression | AssignmentStatement | undefined {
  const code = p.nextCode();
  if (Number.isNaN(code) || isLineEnd(code) || isNameStart(code)) return command(p);
  if (!beginsExpression(p.peekIn('expression', true))) return command(p);
  const read = expression(p);
  if (!read) return command(p);
  const next = p.peekIn('expression');
  if (first && next.kind === 'Operator' && assignmentOperators.has(next.value)) return assignment(p, read);
  const redirections: Redirection[] = [];
  for (let found = redirection(p, 'expression'); found; found = redirection(p, 'expression')) addRedirection(p, redirections, found);
  return { kind: 'CommandExpression', start: read.start, end: p.lastEnd, expression: read, redirections };
}

function beginsExpression(token: Token): boolean {
  if (token.kind === 'Operator') return unaryOperators.has(token.value);
  return ['Variable', 'SplattedVariable', 'Number', 'String', '(', '{', '[', '$(', '@(', '@{', ','].includes(token.kind);
}

function assignment(p: Parser, left: Expression): AssignmentStatement {
  const operator = p.take();
  if (operator.value === '??=') p.findings.newer.push({ what: 'QuestionQuestionEquals', start: operator.start, end: operator.end });
  p.mode = 'command';
  p.skipNewLines();
  const right = statement(p);
  if (!right) p.report('ExpectedValueExpression', operator.end, operator.end, Number.isNaN(p.nextCode()));
  return { kind: 'AssignmentStatement', start: left.start, end: right?.end ?? operator.end, left, operator: operator.value, right };
}
