import type { CheckEvent, CheckRequest, CheckResult, ProxySettings } from '../protocol/checks.ts';
import type { Route } from '../protocol/route.ts';

/** What the language server needs of the world. `main` fills it; the adapter itself opens no file, socket or process. */
export interface Environment {
  /** Content of the cmdlet catalogue's data file. */
  readonly catalogueText: string;
  readonly checks: ChecksRunner;
  readonly profileFiles: ProfileFiles;
  /** The pages that explain codes. Read when a client first shows a finding; none where they have not been shipped. */
  helpPages(): readonly { readonly uri: string; readonly text: string }[];
  /** The route that the environment variable `FEDPLAN_ROUTE` states. Throws with a sentence where it is none. */
  route(): Route | undefined;
  /** The proxy that the environment names. */
  proxy(): ProxySettings | undefined;
  /** A-label form of a domain, or the empty string (RFC 5891). */
  toAscii(name: string): string;
}

/** Finds and reads the profile files that users have written. Neither rejects for what is on a disk. */
export interface ProfileFiles {
  /** @param deep in folders of the folder too */
  find(folderUri: string, deep: boolean): Promise<FoundProfiles>;
  /** Undefined where there is no such file, or none that can be read. */
  read(uri: string): Promise<string | undefined>;
}

export interface FoundProfiles {
  readonly files: readonly { readonly uri: string; readonly text: string }[];
  /** False where something could not be looked at, or was too much. */
  readonly isComplete: boolean;
}

export interface ChecksRun {
  readonly runId: string;
  readonly request: CheckRequest;
  /** DNS servers by setting; empty: the system's. */
  readonly resolvers: readonly string[];
  /** DNS servers of one's own network, for comparison; empty: none. */
  readonly innerResolvers: readonly string[];
  /** PEM text of further certificate authorities by setting. */
  readonly extraCaFile: string;
}

export interface ChecksOutcome {
  readonly stopped: boolean;
  /** All results in the order of subjects and checks, those included that a stop met before they had started. @param carried those of the events */
  results(carried: readonly CheckResult[]): readonly CheckResult[];
}

/** Runs checks in a process of their own, so that no probe slows typing. */
export interface ChecksRunner {
  /** @param onEvents Is told what has happened, several events at once, in their order. */
  run(run: ChecksRun, onEvents: (events: readonly CheckEvent[]) => void): Promise<ChecksOutcome>;
  stop(runId: string): void;
  dispose(): void;
}
