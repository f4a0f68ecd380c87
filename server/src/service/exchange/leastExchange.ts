import { buildNumbers, compareBuilds, exchangeProduct, readUpdate, sameLevel } from './exchangeBuilds.ts';

export interface StatedExchange {
  readonly version?: string;
  readonly update?: string;
  readonly build?: string;
}

/** What of an Exchange shows it to be older than the least that is wanted; undefined where it is not, or where that is not known. */
export function olderPart({ version, update, build }: StatedExchange, least: { readonly version: string; readonly update: string }): 'version' | 'update' | 'build' | undefined {
  const wanted = levelBuild(least.version, least.update);
  if (wanted === undefined) return undefined;
  const numbers = build === undefined ? undefined : buildNumbers(build);
  if (numbers !== undefined) return compareBuilds(numbers, wanted) < 0 ? 'build' : undefined;
  const newest = buildNumbers(exchangeProduct(version)?.builds.at(-1)?.build ?? '');
  if (newest !== undefined && compareBuilds(newest, wanted) < 0) return 'version';
  // A security update beside the level is not compared: who states the level alone may have it.
  const own = levelBuild(version, update);
  return own !== undefined && compareBuilds(own, wanted) < 0 ? 'update' : undefined;
}

/** The build of a service pack or cumulative update itself; undefined where none is named, or it is not listed. */
function levelBuild(version: string | undefined, update: string | undefined): readonly number[] | undefined {
  const product = exchangeProduct(version);
  const { level } = readUpdate(update ?? '');
  const found = product === undefined || level === undefined ? undefined : product.builds.find((each) => each.update === '' && sameLevel(product, each.level, level));
  return buildNumbers(found?.build ?? '');
}
