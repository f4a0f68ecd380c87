import type { ChecksRunner, ProfileFiles } from '../adapter/environment.ts';
import type { ProxySettings } from '../protocol/checks.ts';
import type { Route } from '../protocol/route.ts';
import type { LanguageService } from '../service/index.ts';

/** What a command has of the world outside. */
export interface CommandIo {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Where `examples/` lies. */
  readonly projectRoot: string;
}

export interface CommandContext extends CommandIo {
  readonly service: () => LanguageService;
  readonly checks: () => ChecksRunner;
  readonly profileFiles: ProfileFiles;
  /** Throws with a sentence where `FEDPLAN_ROUTE` is no route. */
  readonly route: () => Route | undefined;
  /** The proxy that the environment names. */
  readonly proxy: () => ProxySettings | undefined;
  /** That of this program. */
  readonly version: () => string;
  /** A-label form of a domain, or the empty string. */
  readonly toAscii: (name: string) => string;
}

/** One command of `fedplan`: its name, its usage, and what it does. Resolves to the exit code. */
export interface Command {
  readonly name: string;
  /** One line, or several. */
  readonly usage: string;
  /** In a few words, for the list of commands. */
  readonly summary: string;
  /** What stands behind the usage where help is asked for: its options. */
  readonly help: string;
  run(args: readonly string[], context: CommandContext): Promise<number>;
}

/** Wrong usage: said in a sentence, answered with exit code 2. */
export class UsageError extends Error {}
