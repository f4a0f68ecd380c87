import { buildNumbers, buildsAsOf, compareBuilds, dateInWords, exchangeProduct, findBuild, nameOfBuild, readUpdate, sameLevel } from '../exchange/exchangeBuilds.ts';
import { exchangesOf } from './exchangesOf.ts';
import type { Rule } from './rule.ts';

export const exchangeUnknown: Rule = {
  code: 'exchange/unknown-build',
  title: 'An update or a build of Exchange that is not listed',
  // The list is of a date, and interim updates are in none.
  severity: 'information',
  guidance: ['G6'],
  *checkOrganization(organization, { plan }) {
    for (const { path, exchange } of exchangesOf(organization)) {
      const product = exchangeProduct(exchange.version);
      const { level } = readUpdate(exchange.update ?? '');
      // Of a version that still gets updates the next one may be out.
      if (product?.outOfSupport === true && level !== undefined && !product.builds.some((each) => sameLevel(product, each.level, level))) {
        const range = plan.valueRange([...path, 'update']);
        const last = product.builds.at(-1)?.level ?? '';
        if (range !== undefined) yield { message: `${product.name} has no ${level} that is listed; its last is ${last}. Take the update from Get-ExchangeServer | Format-List Name, AdminDisplayVersion.`, range };
      }
      const { found, before, newest } = findBuild(exchange.build ?? '');
      const numbers = buildNumbers(exchange.build ?? '');
      if (found !== undefined || newest === undefined || numbers === undefined || compareBuilds(numbers, buildNumbers(newest.build) ?? []) > 0) continue;
      const range = plan.valueRange([...path, 'build']);
      if (range !== undefined) yield { message: `Build ${exchange.build ?? ''} is not among the builds listed as of ${dateInWords(buildsAsOf)}${before === undefined ? '' : `; the one before it is ${before.build}, ${nameOfBuild(before)} of Exchange ${before.version}`}. An interim update may have it; otherwise compare it with Get-ExchangeServer.`, range };
    }
  },
};
