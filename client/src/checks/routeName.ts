import type { PracticePartner } from '../practicePartner.ts';

/** The name of the route that the editor was started with. */
export const environmentRoute = nameOfRoute(process.env.FEDPLAN_ROUTE);

function nameOfRoute(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    const { name } = JSON.parse(text) as { name?: unknown };
    if (typeof name === 'string') return name;
  } catch {
    // The server says what is wrong with it when a run wants it.
  }
  return 'route of FEDPLAN_ROUTE';
}

/** Where the packets go, when they do not go out: it must never look like the partner's own answers. */
export function routeName(partner: PracticePartner): string[] {
  if (partner.running !== undefined) return [`practice partner "${partner.running.scenario}"`];
  return environmentRoute === undefined ? [] : [environmentRoute];
}
