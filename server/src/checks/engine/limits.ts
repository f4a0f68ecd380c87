import type { CheckSettings } from '../../protocol/checks.ts';
import type { ProbeLimits } from './check.ts';

export interface RunLimits {
  readonly probe: ProbeLimits;
  /** Milliseconds for one check, its waits for other checks not counted. */
  readonly check: number;
  /** Milliseconds for the whole run. */
  readonly run: number;
  readonly perHost: number;
  /** Domains that are worked on at once. */
  readonly subjects: number;
}

/** A number of milliseconds that a timer takes (its ceiling is 2^31 - 1), or the default where the setting makes no sense. */
function milliseconds(setting: number | undefined, otherwise: number): number {
  return setting !== undefined && Number.isFinite(setting) && setting > 0 ? Math.min(setting, 2_147_483_647) : otherwise;
}

/** The limits of a run, from its settings. */
export function runLimits(settings: CheckSettings = {}, subjects = 1): RunLimits {
  const probe = {
    dns: milliseconds(settings.dnsTimeout, 5_000),
    connect: milliseconds(settings.connectTimeout, 5_000),
    answer: milliseconds(settings.answerTimeout, 10_000),
  };
  // The lookup of federation information is the longest check: names, then up to four candidates one after the other.
  const check = probe.dns * 2 + (probe.connect + probe.answer) * 4;
  // While 64 hosts are connected to (connectionLimits.ts), the names of the next ones are looked up.
  const subjectsAtOnce = 96;
  return {
    probe,
    check,
    run: milliseconds(settings.runTimeout, Math.max(120_000, Math.ceil(subjects / 24) * 15_000)),
    perHost: Math.min(64, Math.max(1, Math.trunc(settings.perHost ?? 8) || 8)),
    subjects: subjectsAtOnce,
  };
}
