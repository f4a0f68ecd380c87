import { scenarios, startPracticePartner, type Scenario } from '../../practice/src/index.ts';
import type { Route } from '../../server/src/protocol/route.ts';

export function scenarioNamed(name: string): Scenario {
  const scenario = scenarios.find((each) => each.name === name);
  if (!scenario) throw new Error(`There is no scenario "${name}".`);
  return scenario;
}

/** Runs `use` while the scenario's partner is up, and stops the partner whatever comes of it. */
export async function withScenario<T>(name: string, use: (route: Route) => Promise<T>): Promise<T> {
  const partner = await startPracticePartner(scenarioNamed(name));
  try {
    return await use(partner.route);
  } finally {
    await partner.stop();
  }
}
