import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

declare const __projectRoot: string;

/** The example plans, the faulty ones among them, by their path below `examples`. */
export const examples: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(path.join(__projectRoot, 'examples'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.fedplan.yaml'))
    .sort()
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(path.join(__projectRoot, 'examples', file), 'utf8')]),
);
