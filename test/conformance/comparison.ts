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

/** One line a row: what was asked, how much agreed, and whether it is enough. */
export function summary<Row extends string>({ rows, tallies, wanted }: Comparison<Row>): string[] {
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

export function isEnough<Row extends string>({ rows, tallies, wanted }: Comparison<Row>): boolean {
  return rows.every((row) => ratio(tallies[row]) >= wanted[row]);
}
