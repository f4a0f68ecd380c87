/** Counts of agreement by question ("row"), and what disagreed. */

export interface Tally {
  asked: number;
  agreed: number;
  /** Differences that known.ts explains; they are not among those asked. */
  known: number;
}

export interface Disagreement<Row extends string> {
  readonly row: Row;
  readonly id: string;
  readonly why: string;
}

export interface Comparison<Row extends string> {
  readonly rows: readonly Row[];
  /** The least share that must agree. */
  readonly wanted: Readonly<Record<Row, number>>;
  readonly tallies: Readonly<Record<Row, Tally>>;
  readonly disagreements: Disagreement<Row>[];
}

export type Count<Row extends string> = (row: Row, agreed: boolean, why: string) => void;

export function newComparison<Row extends string>(rows: readonly Row[], wanted: Readonly<Record<Row, number>>): Comparison<Row> {
  const tallies = Object.fromEntries(rows.map((row) => [row, { asked: 0, agreed: 0, known: 0 }])) as Record<Row, Tally>;
  return { rows, wanted, tallies, disagreements: [] };
}

/** Counts one text's answers; `isKnown` says whether a disagreement of a row is explained. */
export function counter<Row extends string>({ tallies, disagreements }: Comparison<Row>, id: string, isKnown: (row: Row) => boolean = () => false): Count<Row> {
  return (row, agreed, why) => {
    const tally = tallies[row];
    if (!agreed && isKnown(row)) {
      tally.known++;
      return;
    }
    tally.asked++;
    if (agreed) tally.agreed++;
    else disagreements.push({ row, id, why });
  };
}

/** One line a row: what was asked, how much agreed, and whether it is enough; `sampled` as in {@link isEnough}. */
export function summary<Row extends string>({ rows, tallies, wanted }: Comparison<Row>, sampled = false): string[] {
  return rows.map((row) => {
    const tally = tallies[row];
    const enough = !reaches(tally, wanted[row], sampled) ? `less than ${(100 * wanted[row]).toFixed(1)} %` : reaches(tally, wanted[row], false) ? 'enough' : 'too few to tell';
    const known = tally.known > 0 ? `, ${tally.known} known differences` : '';
    return `${row.padEnd(22)} ${String(tally.agreed).padStart(7)} of ${String(tally.asked).padEnd(7)} ${(100 * ratio(tally)).toFixed(2)} % ${enough}${known}`;
  });
}

export function ratio({ asked, agreed }: Tally): number {
  return asked === 0 ? 1 : agreed / asked;
}

/**
 * Whether each row agrees as far as is wanted. Fresh texts are a sample (`sampled`): of a dozen values one that differs is already less than 99 %, and
 * says nothing yet of all values. There a row falls short only if, were the wanted share true, so many disagreements came up less than once in a thousand runs.
 */
export function isEnough<Row extends string>({ rows, tallies, wanted }: Comparison<Row>, sampled = false): boolean {
  return rows.every((row) => reaches(tallies[row], wanted[row], sampled));
}

function reaches(tally: Tally, wanted: number, sampled: boolean): boolean {
  return ratio(tally) >= wanted || (sampled && chanceOfAtLeast(tally.asked - tally.agreed, tally.asked, 1 - wanted) > 0.001);
}

/** How likely `count` or more of `trials` independent events are, each of them `probability` (the upper tail of the binomial distribution). */
function chanceOfAtLeast(count: number, trials: number, probability: number): number {
  let term = (1 - probability) ** trials;
  let below = 0;
  for (let k = 0; k < count; k++) {
    below += term;
    term *= ((trials - k) / (k + 1)) * (probability / (1 - probability));
  }
  return 1 - below;
}
