import { argument, argumentList } from './argument.ts';
import type { Command, CommandElement, CommandParameter, Redirection } from './nodes.ts';
import type { Parser } from './parser.ts';
import { addRedirection, redirection } from './redirection.ts';
import type { Token } from './token.ts';

/** A command with its parameters and arguments up to the end of the pipeline's element; undefined where none begins. */
export function command(p: Parser): Command | undefined {
  const first = p.peekIn('command');
  let operator: Command['operator'] = '';
  if (first.kind === '&' || first.kind === '.') {
    operator = first.kind;
    p.take();
  }
  const elements: CommandElement[] = [];
  const redirections: Redirection[] = [];
  const name = commandName(p, operator !== '');
  if (name) {
    elements.push(name);
    commandElements(p, elements, redirections);
  } else {
    if (operator === '') return undefined;
    const comma = p.peekIn('command');
    if (comma.kind === ',') p.unexpected(comma, 'MissingArgument');
    p.report('MissingExpression', first.start, first.end);
  }
  const read: Command = { kind: 'Command', start: first.start, end: p.lastEnd, operator, elements, redirections };
  return elements.some(({ kind }) => kind === 'ArrayLiteral' || kind === 'VariableExpression') ? p.checked(read) : read;
}

function takeRedirections(p: Parser, redirections: Redirection[]): void {
  for (let found = redirection(p, 'command'); found; found = redirection(p, 'command')) addRedirection(p, redirections, found);
}

/** Anything may be a command's name, a parameter or redirection too; a word's `$` counts only behind `&` or `.`. */
function commandName(p: Parser, called: boolean): CommandElement | undefined {
  const token = p.peekIn('command');
  const literal = token.kind === 'Parameter' || token.kind === 'EndOfParameters' || token.kind === 'Redirection' || (token.kind === 'Word' && !called && token.expansions.length > 0);
  if (!literal) return argument(p);
  p.take();
  return word(p, token);
}

function commandElements(p: Parser, elements: CommandElement[], redirections: Redirection[]): void {
  let argumentsOnly = false;
  for (;;) {
    takeRedirections(p, redirections);
    const token = p.peekIn('command');
    if (token.kind === 'EndOfParameters') {
      p.take();
      if (argumentsOnly) elements.push(word(p, token));
      else elements.push({ kind: 'CommandParameter', start: token.start, end: token.end, name: '-', nameEnd: token.end, argument: undefined });
      argumentsOnly = true;
    } else if (token.kind === 'Parameter' && !argumentsOnly) {
      elements.push(parameter(p));
    } else if (token.kind === ',') {
      p.unexpected(token, 'MissingArgument');
      p.take();
      p.skipNewLines();
    } else if (token.kind === 'Word' && token.value === '--%') {
      p.take();
      p.lexer.verbatim = true;
      elements.push(word(p, token));
    } else {
      const read = argumentList(p);
      if (!read) return;
      elements.push(read);
    }
  }
}

/** `-Name`, or `-Name:` with the argument that must follow. */
function parameter(p: Parser): CommandParameter {
  const token = p.take();
  const hasColon = token.end - token.start > token.value.length + 1;
  let given;
  if (hasColon) {
    given = argumentList(p);
    if (!given) {
      const next = p.peekIn('command');
      if (next.kind === ',') p.unexpected(next, 'MissingArgument');
      else p.report('ParameterRequiresArgument', token.end, token.end);
    }
  }
  return { kind: 'CommandParameter', start: token.start, end: p.lastEnd, name: token.value, nameEnd: token.end, argument: given };
}

function word(p: Parser, token: Token): CommandElement {
  return { kind: 'StringConstantExpression', start: token.start, end: token.end, value: token.kind === 'Word' ? token.value : p.lexer.text.slice(token.start, token.end), quote: 'BareWord' };
}
