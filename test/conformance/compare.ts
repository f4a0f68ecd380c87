/** How far two sets of answers agree, counted per question: is there an error, which one is first, where, and what are the commands. */
import type { ParseAnswer } from './answer.ts';
import { knownDifferences } from './known.ts';

export const rows = ['error or none', 'first error id', 'first error start', 'commands and elements', 'newer syntax'] as const;
export type Row = (typeof rows)[number];

export interface Tally {
  asked: number;
  agreed: number;
  /** Differences that known.ts explains; they are not among those asked. */
  known: number;
}

export interface Disagreement {
  readonly row: Row;
  readonly id: string;
  readonly why: string;
}

export interface Comparison {
  readonly tallies: Record<Row, Tally>;
  readonly disagreements: Disagreement[];
}

/** Where PowerShell 7 and Windows PowerShell 5.1 differ there is no verdict to agree with. */
const differsByVersion = new Set(['WorkflowNotSupportedInPowerShellCore', 'ParserError', 'InvalidUnicodeEscapeSequence', 'EmptyPipelineChainElement']);

export function newComparison(): Comparison {
  const tally = (): Tally => ({ asked: 0, agreed: 0, known: 0 });
  return {
    tallies: { 'error or none': tally(), 'first error id': tally(), 'first error start': tally(), 'commands and elements': tally(), 'newer syntax': tally() },
    disagreements: [],
  };
}

/** Counts one answer of the engine against ours. The engine's commands are compared only where neither finds an error. */
export function compare(into: Comparison, text: string, real: ParseAnswer, ours: ParseAnswer): void {
  const count = (row: Row, agreed: boolean, why: string): void => {
    const tally = into.tallies[row];
    if (!agreed && knownDifferences.some((each) => each.applies(real, row, text))) {
      tally.known++;
      return;
    }
    tally.asked++;
    if (agreed) tally.agreed++;
    else into.disagreements.push({ row, id: real.id, why });
  };
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

/** The least share that must agree. */
export const wanted: Readonly<Record<Row, number>> = {
  'error or none': 0.995,
  'first error id': 0.97,
  'first error start': 0.97,
  'commands and elements': 0.999,
  'newer syntax': 0.99,
};

/** One line a row: what was asked, how much agreed, and whether it is enough. */
export function summary({ tallies }: Comparison): string[] {
  return rows.map((row) => {
    const tally = tallies[row];
    const enough = ratio(tally) >= wanted[row] ? 'enough' : `less than ${(100 * wanted[row]).toFixed(1)} %`;
    const known = tally.known > 0 ? `, ${tally.known} known differences` : '';
    return `${row.padEnd(22)} ${String(tally.agreed).padStart(7)} of ${String(tally.asked).padEnd(7)} ${(100 * ratio(tally)).toFixed(2)} % ${enough}${known}`;
  });
}

export function ratio({ asked, agreed }: Tally): number {
  return asked === 0 ? 1 : agreed / asked;
}
