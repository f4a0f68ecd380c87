import type { VersionCode } from '../catalogue/cmdlet.ts';
import { versionCode } from '../catalogue/versions.ts';
import type { PlanStep } from '../plan/planModel.ts';

/** What the plan itself states; a profile knows the service of its time only. Any of its servers may be where the step is run. */
export function statedVersions({ organization, isElsewhere }: PlanStep): readonly VersionCode[] {
  // Connected to the cloud, the servers' versions say nothing of what is at hand.
  if (isElsewhere && organization?.hosting !== 'online') return [];
  const written = [organization?.data.exchange?.version, ...(organization?.data.servers ?? []).map(({ exchange }) => exchange?.version)];
  return [...new Set(written.flatMap((version) => versionCode(version) ?? []))];
}
