import { dateInWords, exchangeProduct } from '../exchange/exchangeBuilds.ts';
import { olderPart } from '../exchange/leastExchange.ts';
import { exchangesOf } from './exchangesOf.ts';
import type { Rule } from './rule.ts';

export const exchangeOutOfSupport: Rule = {
  code: 'exchange/out-of-support',
  title: 'An Exchange version whose support has ended',
  severity: 'information',
  guidance: ['G6'],
  *checkOrganization(organization, { plan, profile }) {
    if (profile.exercise === true) return;
    const least = profile.leastExchange;
    // Once for an organization, however many servers it has.
    for (const { path, exchange } of exchangesOf(organization)) {
      const product = exchangeProduct(exchange.version);
      if (product?.outOfSupport !== true) continue;
      const range = plan.valueRange([...path, 'version']);
      // The profile's least version is met by versions that nobody mends any more; both are said.
      const stillTaken = least === undefined ? '; it federates all the same' : olderPart(exchange, least) === undefined ? `; "${profile.id}" takes Exchange ${least.version} ${least.update} and higher all the same` : '';
      if (range !== undefined) yield { message: `Support of ${product.name} ended on ${dateInWords(product.endOfSupport)}${stillTaken}. Plan the move to a supported version.`, range };
      break;
    }
  },
};
