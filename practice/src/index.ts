/** The practice partner's public face: scenarios by name, and a start. */
import { lookUp } from './dns/zone.ts';
import { healthyWorld } from './healthy.ts';
import { startWorld, type PracticePartner } from './partner.ts';
import { changeWorld, type Scenario } from './scenario.ts';

export type { ExpectedVerdicts, Scenario } from './scenario.ts';
export type { PracticePartner } from './partner.ts';
export { scenarios } from './scenarios/index.ts';

/** Starts the outside of both organizations of the scenario; several partners may run at once. */
export function startPracticePartner(scenario: Scenario): Promise<PracticePartner> {
  return startWorld(changeWorld(healthyWorld, scenario.change), `practice partner "${scenario.name}"`);
}

/** The first IPv4 address that the scenario's DNS gives for a name, aliases followed; `undefined` where it gives none. */
export function addressInScenario(scenario: Scenario, name: string): string | undefined {
  for (const record of lookUp(changeWorld(healthyWorld, scenario.change), name, 'A').answers) if (record.type === 'A') return record.data;
  return undefined;
}
