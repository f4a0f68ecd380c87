/** Which value belongs to which name: a switch takes none, any other parameter what follows it. */
import type { CommandParameter, Expression } from '../parser/index.ts';
import type { Binding } from './binding.ts';
import type { BindableParameter } from './callable.ts';
import type { Match } from './matchParameter.ts';
import { matchParameter } from './matchParameter.ts';
import type { Value } from './value.ts';
import type { WrittenArgument } from './writtenArguments.ts';

export interface PairedArgument {
  readonly written: WrittenArgument;
  /** Undefined for one that stands alone. */
  readonly match: Match | undefined;
  readonly value: Value | undefined;
  readonly argument: Expression | CommandParameter | undefined;
  /** It stands behind a name that no parameter has, and was meant for that. */
  readonly isKept: boolean;
}

export function pairArguments(binding: Binding, written: readonly WrittenArgument[]): PairedArgument[] {
  const paired: PairedArgument[] = [];
  const match = (name: string): Match => matchParameter(binding.callable, name);
  for (let index = 0; index < written.length; index++) {
    const each = written[index];
    if (!each) break;
    const { name, value, argument } = each;
    const next = written[index + 1];
    if (name === undefined || value !== undefined) {
      const before = paired.at(-1);
      const isKept = name === undefined && before?.match?.kind === 'none' && before.value === undefined && before.written === written[index - 1];
      paired.push({ written: each, match: name === undefined ? undefined : match(name), value, argument, isKept });
      continue;
    }
    const found = match(name);
    if (found.kind === 'ambiguous') {
      reportAmbiguous(binding, each, found.candidates);
      if (next?.name === undefined) index++;
    } else if (found.kind === 'none' || found.parameter.type === 'switch') {
      paired.push({ written: each, match: found, value: found.kind === 'none' ? undefined : { kind: 'boolean', value: true }, argument, isKept: false });
    } else if (next !== undefined && isValue(binding, next, match)) {
      paired.push({ written: each, match: found, value: next.value ?? { kind: 'text', text: `-${next.name ?? ''}` }, argument: next.argument ?? next.element, isKept: false });
      index++;
    } else {
      binding.report({ id: 'MissingArgument', parameter: found.parameter.name, start: each.nameStart, end: each.nameEnd, about: found.parameter });
    }
  }
  return paired;
}

/** Where no parameter is named so, `-name` is a text like any other. */
function isValue(binding: Binding, next: WrittenArgument, match: (name: string) => Match): boolean {
  if (next.name === undefined) return true;
  const found = match(next.name);
  if (found.kind === 'ambiguous') reportAmbiguous(binding, next, found.candidates);
  return found.kind === 'none' && next.value === undefined;
}

/** PowerShell meets some names twice; one report is enough. */
export function reportAmbiguous(binding: Binding, { name, nameStart, nameEnd }: WrittenArgument, candidates: readonly BindableParameter[]): void {
  if (binding.errors.some((error) => error.id === 'AmbiguousParameter' && error.start === nameStart && error.parameter === name)) return;
  const lasting = candidates.filter((each) => !each.isCommon || !('since' in each.documented));
  binding.report({ id: 'AmbiguousParameter', parameter: name, start: nameStart, end: nameEnd, certain: lasting.length > 1, candidates: candidates.map((each) => [each]) });
}
