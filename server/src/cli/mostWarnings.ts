import { UsageError } from './command.ts';

/** The value of `--max-warnings`; without it any number of warnings is good. */
export function mostWarnings(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (!/^[0-9]+$/.test(text)) throw new UsageError(`"--max-warnings ${text}" is not a number. Expected is 0 or more.`);
  return Number(text);
}
