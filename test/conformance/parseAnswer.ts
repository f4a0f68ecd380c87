/** Our answers to `parse`, in the shape of the engine's (test/powershell-engine/README.md). */
import { commandsOf, parseScript } from '../../server/src/service/powershell/parser/index.ts';
import type { CommandElement } from '../../server/src/service/powershell/parser/index.ts';
import type { Request } from './request.ts';

export interface AnswerElement {
  readonly t: string;
  readonly start: number;
  readonly end: number;
  readonly param?: string;
  readonly arg?: string;
  readonly argStart?: number;
  readonly value?: string;
  readonly quote?: string;
}

export interface ParseAnswer {
  readonly id: string;
  readonly errors: readonly { readonly id: string; readonly start: number; readonly end: number; readonly incomplete?: boolean }[];
  readonly v7only?: readonly { readonly what: string; readonly start: number; readonly end: number }[];
  readonly commands: readonly { readonly name: string | null; readonly start: number; readonly end: number; readonly elements: readonly AnswerElement[] }[];
  readonly failed?: string;
}

export function parseAnswer(request: Request): ParseAnswer {
  const { tree, errors, newerSyntax } = parseScript(request.text);
  // To Windows PowerShell `` `u{…} `` is text like any other: it reads it as something else and refuses nothing.
  const refusedBefore = newerSyntax.filter(({ what }) => what !== 'UnicodeEscape');
  return {
    id: request.id,
    errors: errors.map(({ id, start, end, incomplete }) => ({ id, start, end, ...(incomplete ? { incomplete } : {}) })),
    ...(refusedBefore.length > 0 ? { v7only: refusedBefore } : {}),
    commands: commandsOf(tree).map(({ name, command }) => ({ name: name ?? null, start: command.start, end: command.end, elements: command.elements.map(elementOf) })),
  };
}

function elementOf(element: CommandElement): AnswerElement {
  const { start, end } = element;
  const t = `${element.kind}Ast`;
  if (element.kind === 'CommandParameter') {
    const argument = element.argument ? { arg: `${element.argument.kind}Ast`, argStart: element.argument.start } : {};
    return { t, start, end, param: element.name, ...argument };
  }
  return element.kind === 'StringConstantExpression' ? { t, start, end, value: element.value, quote: element.quote } : { t, start, end };
}
