import type { Findings, NewerSyntax, Span } from './lexer.ts';
import type { ScriptBlock } from './nodes.ts';
import { Parser } from './parser.ts';
import { checkRequires } from './requires.ts';
import { script } from './scriptBlock.ts';
import { checkNodes } from './semanticChecks.ts';
import type { ScriptSyntaxError, SyntaxErrorId } from './syntaxError.ts';

export type * from './nodes.ts';
export { commandsOf } from './commandsOf.ts';
export type { NamedCommand } from './commandsOf.ts';
export { childrenOf, walk } from './walk.ts';
export type { NewerSyntax, ScriptSyntaxError, Span, SyntaxErrorId };

export interface ParsedScript {
  readonly tree: ScriptBlock;
  /** In PowerShell's own order: as the parser meets them, then what only the whole tree shows. The first is the cause. */
  readonly errors: readonly ScriptSyntaxError[];
  readonly comments: readonly Span[];
  /** What Windows PowerShell 5.1 refuses although 7 accepts it. */
  readonly newerSyntax: readonly NewerSyntax[];
}

/**
 * Reads PowerShell as PowerShell 7 does. Never throws: whatever the text is, there is a tree of what could be understood. Offsets are
 * UTF-16 units of `text`.
 */
export function parseScript(text: string): ParsedScript {
  const findings: Findings = { errors: [], seen: new Set(), comments: [], newer: [], checked: [], requires: [] };
  const parser = new Parser(text, 0, text.length, findings, { level: 0 });
  const tree = script(parser);
  for (const { start, end } of findings.requires) if (!parser.gaveUp) checkRequires(parser.lexer, start, end);
  if (!parser.gaveUp) checkNodes(findings.checked, (id, start, end) => parser.report(id, start, end));
  return { tree, errors: findings.errors, comments: findings.comments, newerSyntax: findings.newer };
}
