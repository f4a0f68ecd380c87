/** The public face of the checks engine. */
import type { CheckDescription, CheckEvent, CheckRequest, CheckResult } from '../protocol/checks.ts';
import { checkCatalogue as checks } from './catalogue.ts';
import { checksToRun } from './engine/checkOrder.ts';
import { runCatalogue, runSubjects } from './engine/runChecks.ts';
import { ResultPacker, type PackedResults } from './packedResults.ts';
import type { Cancellation, Ports } from './ports.ts';

export { askThePartner, questionsText, type PartnerQuestion } from './diagnosis/askThePartner.ts';
export { hostsToContact } from './hostsToContact.ts';
export { unpackResults, type PackedResults } from './packedResults.ts';
export type { ChecksProcessReply, ChecksProcessRequest } from './process.ts';
export type { Cancellation, Ports } from './ports.ts';

/** Descriptions of all checks, in the order in which results are shown. */
export const checkCatalogue: readonly CheckDescription[] = checks.map(({ id, title, group, asks, guidance }) => ({
  id,
  title,
  group,
  asks,
  guidance,
}));

/**
 * Runs the checks of a request over the given ports.
 *
 * Resolves with one result for each subject and check, in the order of subjects and catalogue, also when the run was stopped or ran out
 * of time. Each was emitted as `finished` before, but for those that a stop or the limit met before they had started. Rejects only for
 * a fault of the engine itself.
 */
export function runChecks(
  request: CheckRequest,
  ports: Ports,
  emit: (event: CheckEvent) => void,
  signal: Cancellation,
): Promise<readonly CheckResult[]> {
  return runCatalogue(checks, request, ports, emit, signal);
}

/** The same for a run whose results are taken from its events: what they have carried is not kept. */
export async function runChecksPacked(request: CheckRequest, ports: Ports, emit: (event: CheckEvent) => void, signal: Cancellation): Promise<PackedResults> {
  const wanted = checksToRun(checks, request.only);
  const carried = new WeakSet<CheckResult>();
  const packer = new ResultPacker(wanted, carried);
  const noting = (event: CheckEvent): void => {
    if (event.kind === 'finished') carried.add(event.result);
    emit(event);
  };
  await runSubjects(wanted, request, ports, noting, signal, packer);
  return packer.packed();
}
