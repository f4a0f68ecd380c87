/** Messages between the language server and the process that runs the checks; plain data, sent over Node's IPC. */
import type { CheckEvent, CheckRequest } from '../protocol/checks.ts';
import type { PackedResults } from './packedResults.ts';

/** Language server → checks process. */
export type ChecksProcessRequest =
  | {
      readonly kind: 'run';
      readonly runId: string;
      readonly request: CheckRequest;
      /** DNS servers as `address`, `address:port` or `https://…`; empty: the system's own. A route's resolvers go before them. */
      readonly resolvers: readonly string[];
      /** DNS servers of one's own network, for comparison. */
      readonly innerResolvers?: readonly string[];
      /** Further trusted authorities, as PEM text. */
      readonly extraCa?: string;
    }
  | { readonly kind: 'stop'; readonly runId: string };

/** Checks process → language server. Every run ends with exactly one `done` or `error`. */
export type ChecksProcessReply =
  | { readonly kind: 'events'; readonly runId: string; readonly events: readonly CheckEvent[] }
  | { readonly kind: 'done'; readonly runId: string; readonly results: PackedResults; readonly stopped: boolean }
  | { readonly kind: 'error'; readonly runId: string; readonly message: string };
