/** The model of a check: what one file of the catalogue exports, and what the engine gives it. */
import type { CheckDescription, CheckId, CheckSubject, Evidence, PlanAspect, Verdict } from '../../protocol/checks.ts';
import type { FederationLookup } from '../probes/federationLookup.ts';
import type { Cancellation, Ports } from '../ports.ts';

export interface Check extends CheckDescription {
  /** Checks that must have ended with pass, warn or info; otherwise this one is skipped with the reason. */
  readonly needs: readonly CheckId[];
  /** Checks whose result this one may look at, whatever it was; it waits for one only when it asks. */
  readonly considers: readonly CheckId[];
  run(context: CheckContext): Promise<Outcome>;
}

export interface Outcome {
  readonly verdict: Verdict;
  readonly summary: string;
  readonly evidence: readonly Evidence[];
  readonly cause?: string;
  readonly fix?: string;
  readonly doesNotProve?: string;
  readonly about: PlanAspect;
  readonly facts?: Facts;
}

/** The host that TLS and certificate checks judge, with those of its addresses that accept connections. */
export interface JudgedHost {
  readonly host: string;
  readonly port: number;
  readonly addresses: readonly string[];
}

/** What checks learn for those that name them in `needs` or `considers`. */
export interface Facts {
  /** N1 */
  readonly endpoint?: JudgedHost;
  /** N1: no host that has an address is used by the federation. */
  readonly nothingUsed?: true;
  /** F1 */
  readonly federation?: FederationLookup;
}

/** What another check of the same subject came to. */
export interface Considered {
  readonly verdict: Verdict;
  readonly facts: Facts;
}

/** Limits of single probes, in milliseconds. */
export interface ProbeLimits {
  readonly dns: number;
  readonly connect: number;
  readonly answer: number;
}

export interface CheckContext {
  readonly subject: CheckSubject;
  readonly ports: Ports;
  readonly limits: ProbeLimits;
  /** Fires when the check's own limit, the run's limit or the user ends it. */
  readonly signal: Cancellation;
  /** Private addresses may be dialled. */
  readonly allowPrivateAddresses: boolean;
  /** The name servers of zones may be asked directly. */
  readonly askNameServers: boolean;
  /** Keeps evidence for the case that the check's own limit ends it before it comes to an outcome. */
  note(...evidence: readonly Evidence[]): void;
  /** Asks a question once in a run, however many checks and domains want its answer. */
  once<T>(key: string, ask: (signal: Cancellation) => Promise<T>): Promise<T>;
  /** The result of a check named in `needs` or `considers`. */
  resultOf(check: CheckId): Promise<Considered>;
}
