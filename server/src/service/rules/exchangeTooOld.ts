import type { PlanPath } from '../plan/planPath.ts';
import type { PartContext, Rule, RuleFinding } from './rule.ts';

/** Exchange 2010 SP3; federation with 2010's later update rollups has the same build line. */
const leastBuild = [14, 3, 123, 4];

export const exchangeTooOld: Rule = {
  code: 'exchange/too-old',
  title: 'Exchange older than 2010 SP3',
  severity: 'error',
  guidance: ['G6'],
  *checkOrganization({ data, path }, context) {
    if (context.profile.leastExchange === undefined) return;
    yield* judged(context, [...path, 'exchange'], data.exchange);
    for (const [index, server] of (data.servers ?? []).entries()) yield* judged(context, [...path, 'servers', index, 'exchange'], server.exchange);
  },
};

function* judged({ plan }: PartContext, path: PlanPath, exchange: { version?: string; update?: string; build?: string } | undefined): Iterable<RuleFinding> {
  const expected = 'The service federates with Exchange 2010 SP3 or higher; update before anything else.';
  const build = exchange?.build?.split('.').map(Number);
  const buildRange = plan.valueRange([...path, 'build']);
  if (build !== undefined && buildRange !== undefined) {
    if (older(build)) yield { message: `Build ${exchange?.build ?? ''} is older than Exchange 2010 SP3. ${expected}`, range: buildRange };
    return;
  }
  if (exchange?.version !== '2010' || exchange.update === undefined) return;
  const pack = /^\s*(RTM|SP\s*([0-9]))/i.exec(exchange.update);
  // An update rollup alone does not tell the service pack it belongs to.
  if (pack === null) return;
  const range = plan.valueRange([...path, 'update']);
  if (range !== undefined && Number(pack[2] ?? 0) < 3) yield { message: `Exchange 2010 ${exchange.update} is older than Exchange 2010 SP3. ${expected}`, range };
}

/** A build that is written short, such as `14.3`, is judged by the parts it has. */
function older(build: readonly number[]): boolean {
  for (const [index, part] of build.entries()) {
    const least = leastBuild[index] ?? 0;
    if (part !== least) return part < least;
  }
  return false;
}
