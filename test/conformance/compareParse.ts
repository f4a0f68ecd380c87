/** How far two answers to `parse` agree: is there an error, which one is first, where, and what are the commands. */
import type { Count } from './comparison.ts';
import type { ParseAnswer } from './parseAnswer.ts';

export const parseRows = ['error or none', 'first error id', 'first error start', 'commands and elements', 'newer syntax'] as const;
export type ParseRow = (typeof parseRows)[number];

export const wantedOfParse: Readonly<Record<ParseRow, number>> = {
  'error or none': 0.995,
  'first error id': 0.97,
  'first error start': 0.97,
  'commands and elements': 0.999,
  'newer syntax': 0.99,
};

/** Where PowerShell 7 and Windows PowerShell 5.1 differ there is no verdict to agree with. */
const differsByVersion = new Set(['WorkflowNotSupportedInPowerShellCore', 'ParserError', 'InvalidUnicodeEscapeSequence', 'EmptyPipelineChainElement']);

/** Counts one answer of the engine against ours. The engine's commands are compared only where neither finds an error. */
export function compareParse(count: Count<ParseRow>, real: ParseAnswer, ours: ParseAnswer): void {
  if (real.failed !== undefined) return;
  const first = real.errors[0];
  const ourFirst = ours.errors[0];
  if (first && differsByVersion.has(first.id)) return;
  count('error or none', (first === undefined) === (ourFirst === undefined), `real ${first?.id ?? 'none'}, ours ${ourFirst?.id ?? 'none'}`);
  if (first && ourFirst) {
    count('first error id', first.id === ourFirst.id, `real ${first.id} ${first.start}, ours ${ourFirst.id} ${ourFirst.start}`);
    count('first error start', Math.abs(first.start - ourFirst.start) <= 1, `real ${first.id} ${first.start}, ours ${ourFirst.id} ${ourFirst.start}`);
  }
  if (first ?? ourFirst) return;
  const found = new Set(facts(ours));
  for (const fact of facts(real)) count('commands and elements', found.has(fact), `missing ${fact}`);
  const both = [real.v7only?.[0], ours.v7only?.[0]];
  count('newer syntax', (both[0] === undefined) === (both[1] === undefined), `real ${both[0]?.what ?? 'none'}, ours ${both[1]?.what ?? 'none'}`);
}

function facts({ commands }: ParseAnswer): string[] {
  return commands.flatMap((command) => [
    `${command.name ?? ''} ${command.start}-${command.end}`,
    ...command.elements.map((each) => `${each.t.includes('Parameter') ? `p:${each.param ?? ''}` : 'a'} ${each.start}-${each.end}`),
  ]);
}
