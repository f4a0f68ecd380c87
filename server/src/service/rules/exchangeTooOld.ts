import { olderPart } from '../exchange/leastExchange.ts';
import { exchangesOf } from './exchangesOf.ts';
import type { Rule } from './rule.ts';

export const exchangeTooOld: Rule = {
  code: 'exchange/too-old',
  title: 'Exchange older than the profile’s least: for NHSmail 2010 SP3',
  severity: 'error',
  guidance: ['G6'],
  *checkOrganization(organization, { plan, profile }) {
    const least = profile.leastExchange;
    if (least === undefined || organization.role === 'service') return;
    for (const { path, exchange } of exchangesOf(organization)) {
      const part = olderPart(exchange, least);
      const range = part === undefined ? undefined : plan.valueRange([...path, part]);
      if (part === undefined || range === undefined) continue;
      const { version = '', update = '', build = '' } = exchange;
      const stated = part === 'build' ? `Build ${build}` : `Exchange ${version}${part === 'update' ? ` ${update}` : ''}`;
      const name = `Exchange ${least.version} ${least.update}`;
      yield { message: `${stated} is older than ${name}. "${profile.id}" federates with ${name} or higher; update before anything else.`, range };
    }
  },
};
