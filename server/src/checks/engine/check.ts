/** The model of a check: what one file of the catalogue exports, and what the engine gives it. */
import type { CheckDescription, CheckId, CheckSubject, Evidence, PlanAspect, Verdict } from '../../protocol/checks.ts';
import type { FederationLookup } from '../probes/federationLookup.ts';
import type { Cancellation, Ports } from '../ports.ts';
import type { AnswerKind } from '../wire/httpAnswer.ts';

export interface Check extends CheckDescription {
  /** Checks that must have ended with pass, warn or info; otherwise this one is skipped with the reason. */
  readonly needs: readonly CheckId[];
  /** Checks whose result this one may look at, whatever it was; it waits for one only when it asks. */
  readonly considers: readonly CheckId[];
  run(context: CheckContext): Promise<Outcome>;
  /**
   * Asks what this check will most likely ask, while `needs` are still being decided: it saves their round trips. Only shared questions
   * (`once`) may go out here; their answers wait there for `run`, and are lost where it is skipped.
   */
  ask?(context: EarlyContext): Promise<unknown>;
}

/** What a check has before those that it needs have ended. */
export type EarlyContext = Omit<CheckContext, 'resultOf'>;

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
  /** A2: `Date` headers of the host that the federation uses. */
  readonly dates?: readonly StatedDate[];
  /** N1: the proxy on this side opened no way. */
  readonly closedByProxy?: true;
  /** A2: the nodes behind the name say different things. */
  readonly nodesDiffer?: true;
  /** W1, W2, E1: what kind of thing answered, where it was not the WSSecurity endpoint. */
  readonly answerKind?: AnswerKind;
  /** E1: which endpoint its verdict speaks of. */
  readonly judgedEndpoint?: { readonly parameter: 'TargetAutodiscoverEpr' | 'TargetSharingEpr'; readonly host: string };
  /** W1, W2, E1: what answered waited in vain for a server behind it (HTTP 504). */
  readonly waitedInVain?: true;
  /** W2, E1: the certificate of a host that C1–C8 do not look at is not accepted. */
  readonly certificateRefused?: true;
  /** F1: the trust is with the consumer instance of the gateway. */
  readonly consumerGateway?: true;
  /** F4: a build with a known fault of its own. */
  readonly faultyBuild?: string;
  /** A2, W1, W2, E1: a header of the server's own says that WSSecurity is off. */
  readonly wsSecurityOff?: true;
  /** F2: federated domains of the plan that the organization's own list lacks. */
  readonly domainsLeftOut?: readonly string[];
  /** F3: Exchange Online counts the domain among its own. */
  readonly inExchangeOnline?: boolean;
}

/** A server's clock as its answer showed it. */
export interface StatedDate {
  /** Who answered, e.g. `"mail.a.example" (192.0.2.10)`. */
  readonly by: string;
  /** Milliseconds by which the server's clock is ahead of this machine's, the time on the way allowed for. */
  readonly aheadMs: number;
  /** `Via` or `Server` of a cache or proxy that may have written the date itself. */
  readonly through?: string;
  readonly evidence: Evidence;
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
  /** The user lets Microsoft's own hosts be asked. */
  readonly microsoftServices: boolean;
  /** Keeps evidence for the case that the check's own limit ends it before it comes to an outcome. */
  note(...evidence: readonly Evidence[]): void;
  /** Asks a question once in a run, however many checks and domains want its answer. */
  once<T>(key: string, ask: (signal: Cancellation) => Promise<T>): Promise<T>;
  /** The result of a check named in `needs` or `considers`. */
  resultOf(check: CheckId): Promise<Considered>;
}
