import { beginsAttributes, statementAttributes } from './attributedStatement.ts';
import { dataStatement } from './dataStatement.ts';
import { doStatement, forEachStatement, forStatement, whileStatement } from './loop.ts';
import { functionDefinition } from './functionDefinition.ts';
import { ifStatement } from './ifStatement.ts';
import { flowStatement, jumpStatement } from './flowStatement.ts';
import type { Statement } from './nodes.ts';
import type { Parser } from './parser.ts';
import { pipelineChain } from './pipeline.ts';
import { statementBlock } from './scriptBlock.ts';
import { switchStatement } from './switchStatement.ts';
import type { Token } from './token.ts';
import { trapStatement, tryStatement } from './tryStatement.ts';
import { classDefinition, enumDefinition } from './typeDefinition.ts';
import { lateUsing } from './usingStatement.ts';

type Reader = (p: Parser, keyword: Token) => Statement | undefined;

/** What each keyword begins; the keyword itself is taken. Those that begin nothing, such as `else`, are names of commands. */
const keywords: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['if', ifStatement],
  ['switch', switchStatement],
  ['while', whileStatement],
  ['do', doStatement],
  ['for', forStatement],
  ['foreach', forEachStatement],
  ['try', tryStatement],
  ['trap', trapStatement],
  ['function', functionDefinition],
  ['filter', functionDefinition],
  ['workflow', functionDefinition],
  ['return', flowStatement],
  ['throw', flowStatement],
  ['exit', flowStatement],
  ['break', jumpStatement],
  ['continue', jumpStatement],
  ['data', dataStatement],
  ['class', classDefinition],
  ['enum', enumDefinition],
  ['using', lateUsing],
  ['from', reserved],
  ['define', reserved],
  ['var', reserved],
  ['configuration', configuration],
  ['parallel', workflowBlock],
  ['sequence', workflowBlock],
]);

/** One statement; undefined where none begins. Nothing behind it is taken. */
export function statement(p: Parser): Statement | undefined {
  return p.nested(() => {
    if (p.nextCode() === 58 && p.peekIn('expression').kind === 'Label') return labelled(p);
    let token = p.peekWord();
    if (beginsAttributes(p, token) && statementAttributes(p).length > 0) token = p.peekIn('command');
    const reader = token.kind === 'Identifier' && token.value.length === token.end - token.start ? keywords.get(token.value.toLowerCase()) : undefined;
    if (!reader) return pipelineChain(p);
    p.take();
    return loops.has(reader) ? inLoop(p, () => reader(p, token)) : reader(p, token);
  });
}

const loops: ReadonlySet<Reader> = new Set<Reader>([switchStatement, whileStatement, doStatement, forStatement, forEachStatement]);

function inLoop<T>(p: Parser, read: () => T): T {
  if (p.leaving) p.leaving.loops++;
  const result = read();
  if (p.leaving) p.leaving.loops--;
  return result;
}

/** A label counts only before a loop or switch; before anything else it is a command's name. */
function labelled(p: Parser): Statement | undefined {
  const before = p.lastEnd;
  const label = p.take();
  p.skipNewLines();
  if (['while', 'do', 'for', 'foreach', 'switch'].some((word) => p.isWord(word))) {
    p.leaving?.labels.push(label.value.toLowerCase());
    const read = statement(p);
    p.leaving?.labels.pop();
    return read;
  }
  p.moveTo(label.start, before);
  return pipelineChain(p);
}

function reserved(p: Parser, keyword: Token): Statement {
  p.unexpected(keyword, 'ReservedKeywordNotAllowed');
  return { kind: 'ErrorStatement', start: keyword.start, end: keyword.end, parts: [] };
}

/** `configuration` needs a module that is not everywhere; the name behind it is refused. */
function configuration(p: Parser, keyword: Token): Statement | undefined {
  const token = p.peekIn('command');
  if (token.kind !== 'Identifier' && token.kind !== 'Word') {
    p.moveTo(keyword.start, keyword.start);
    return pipelineChain(p);
  }
  p.take();
  p.unexpected(token, 'ParserError');
  const body = statementBlock(p);
  return { kind: 'ErrorStatement', start: keyword.start, end: p.lastEnd, parts: body ? [body] : [] };
}

/** `parallel` and `sequence` belong to workflows. */
function workflowBlock(p: Parser, keyword: Token): Statement {
  const body = statementBlock(p);
  p.nextCode();
  p.unexpected(keyword, 'UnexpectedKeyword');
  return { kind: 'ErrorStatement', start: keyword.start, end: p.lastEnd, parts: body ? [body] : [] };
}
