/**
 * The messages beyond the Language Server Protocol, each with its direction. Both sides build their request types from
 * these names; the client imports nothing else of the server.
 */
import type { CheckDescription, CheckEvent, CheckId, HostToContact } from './checks.ts';
import type { Route } from './route.ts';

/** Client → server, request. The domains of an open plan that can be checked, and the hosts a run would contact. */
export const checkTargetsRequest = 'federationPlan/checkTargets';
export interface CheckTargetsParams {
  readonly uri: string;
  /** The way that a run would take, since it names the DNS servers. */
  readonly route?: Route;
}
export interface CheckTargets {
  readonly checks: readonly CheckDescription[];
  readonly organizations: readonly CheckedOrganization[];
  /** What nobody sees from outside, as a text to send to a partner; `{domain}` stands where its domain belongs. */
  readonly partnerQuestions: string;
}
export interface CheckedOrganization {
  readonly id: string;
  /** `partner`, `service`, or the empty string where the plan does not say. */
  readonly role: string;
  readonly domains: readonly CheckedDomain[];
}
export interface CheckedDomain {
  readonly name: string;
  readonly hosts: readonly HostToContact[];
}

/**
 * Client → server, request. Runs checks of what the user has agreed to; its answer comes when the run has ended, its events
 * come before. A run that cannot be made, or that would contact another host than was agreed to, is answered with an error
 * whose message is for the user.
 */
export const runChecksRequest = 'federationPlan/runChecks';
export interface AgreedDomain {
  readonly organization: string;
  readonly domain: string;
  /** The hosts that were named in the question. */
  readonly hosts: readonly string[];
}
export interface RunChecksParams {
  readonly uri: string;
  readonly runId: string;
  readonly agreed: readonly AgreedDomain[];
  /** Only these checks and what they need; absent: all. */
  readonly only?: readonly CheckId[];
  /** The practice partner's route while it runs. */
  readonly route?: Route;
}
export interface RunChecksResult {
  /** Checks that a stop met before they had started have no event. */
  readonly stopped: boolean;
}

/** Server → client, notification. What has happened in a run since the last one, in its order: a run of many domains has thousands of events. */
export const checkEventsNotification = 'federationPlan/checkEvents';
export interface CheckEventsParams {
  readonly uri: string;
  readonly runId: string;
  readonly events: readonly CheckEvent[];
}

/** Client → server, notification. Stops a run; every socket of it is closed. */
export const stopChecksNotification = 'federationPlan/stopChecks';
export interface StopChecksParams {
  readonly runId: string;
}

/** Client → server, request. The names of the cmdlet catalogue, for the pick. */
export const cmdletNamesRequest = 'federationPlan/cmdletNames';
export interface CmdletName {
  readonly name: string;
  /** Versions that have it, e.g. `2010 2013 2016 2019 SE EXO`. */
  readonly versions: string;
  /** True for cmdlets of federation, which come first. */
  readonly federation: boolean;
}

/** Client → server, request. A call of the cmdlet with its mandatory parameters as tab stops. */
export const cmdletSnippetRequest = 'federationPlan/cmdletSnippet';
export interface CmdletSnippetParams {
  readonly name: string;
}
export interface CmdletSnippet {
  /** In the editor's snippet syntax. */
  readonly snippet: string;
}
