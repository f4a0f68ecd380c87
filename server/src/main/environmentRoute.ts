import { UsageError } from '../cli/command.ts';
import type { Route } from '../protocol/route.ts';

/** Reads `FEDPLAN_ROUTE`. Throws with a sentence where it is not a route; it is never silently left out. */
export function environmentRoute(text: string | undefined): Route | undefined {
  if (text === undefined || text === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError('The environment variable "FEDPLAN_ROUTE" is not JSON. Expected is {"resolvers": […], "connect": {…}, "ca": "…"}.');
  }
  if (!isRoute(value)) throw new UsageError('The environment variable "FEDPLAN_ROUTE" is not a route. Expected is {"resolvers": ["address:port"], "connect": {"address:port": "address:port"}, "ca": "PEM"}.');
  return value;
}

function isRoute(value: unknown): value is Route {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { name, resolvers, innerResolvers, connect, ca } = value as Record<string, unknown>;
  const isText = (each: unknown): boolean => typeof each === 'string';
  return (
    (name === undefined || isText(name)) &&
    (ca === undefined || isText(ca)) &&
    [resolvers, innerResolvers].every((list) => list === undefined || (Array.isArray(list) && list.every(isText))) &&
    (connect === undefined || (typeof connect === 'object' && connect !== null && Object.values(connect).every(isText)))
  );
}
