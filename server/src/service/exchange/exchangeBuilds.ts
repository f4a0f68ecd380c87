/** What is known of Exchange's builds: server/data/exchangeBuilds.json, a copy of a public list at a date. Builds after it are unknown, not wrong. */
import source from '../../../data/exchangeBuilds.json' with { type: 'json' };

export interface ExchangeBuild {
  /** As a plan writes the version: `2010`, `2013`, `2016`, `2019`, `SE`. */
  readonly version: string;
  /** Service pack or cumulative update: `SP3`, `CU23`, `RTM`. */
  readonly level: string;
  /** Update rollup, security or hotfix update: `RU32`, `Aug25SU`; empty for the level itself. */
  readonly update: string;
  readonly build: string;
  /** `YYYY-MM-DD`, `YYYY-MM`, or empty. */
  readonly date: string;
}

export interface ExchangeProduct {
  readonly version: string;
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly endOfSupport: string;
  /** True where support had ended when the list was made. */
  readonly outOfSupport: boolean;
  /** Levels with their second names: `SP1` of 2013 is `CU4`. */
  readonly alsoCalled: Readonly<Record<string, string>>;
  /** In the order of their numbers. */
  readonly builds: readonly ExchangeBuild[];
}

/** The day of the list, `YYYY-MM-DD`. */
export const buildsAsOf: string = source.asOf;

const products: ReadonlyMap<string, ExchangeProduct> = new Map(
  Object.entries(source.products).map(([version, { name, endOfSupport, alsoCalled, builds }]) => [
    version,
    {
      version,
      name,
      endOfSupport,
      outOfSupport: endOfSupport < source.asOf,
      alsoCalled: Object.fromEntries(Object.entries(alsoCalled)),
      builds: builds.map(([level = '', update = '', build = '', date = '']) => ({ version, level, update, build, date })),
    },
  ]),
);

export function exchangeProduct(version: string | undefined): ExchangeProduct | undefined {
  return products.get(version ?? '');
}

/**
 * The numbers of a build as text has it (`15.1.2507.6`, also `15.01.2507.006`), or as Exchange prints it (`Version 15.1 (Build 2507.6)`; in
 * Active Directory's `serialNumber` with 30000 added to the build). Undefined for what is none.
 */
export function buildNumbers(text: string): readonly number[] | undefined {
  const [, major, minor, build = '', revision] = /^\s*(?:Version )?([0-9]{1,4})\.([0-9]{1,5}) \(Build ([0-9]{1,5})\.([0-9]{1,5})\)\s*$/i.exec(text) ?? [];
  if (revision !== undefined) return [Number(major), Number(minor), Number(build) % 30_000, Number(revision)];
  return /^\s*[0-9]{1,4}(\.[0-9]{1,5}){1,3}\s*$/.test(text) ? text.trim().split('.').map(Number) : undefined;
}

/** The versions that a build's numbers can belong to: two where 15.2 goes no further, `Online` for the cloud's 15.20, none where they are of nothing known. */
export function versionsOfBuild(build: readonly number[]): readonly string[] {
  const [major, minor, third] = build;
  if (major === 14) return ['2010'];
  if (major !== 15 || minor === undefined) return [];
  if (minor === 0) return ['2013'];
  if (minor === 1) return ['2016'];
  if (minor === 2) return third === undefined ? ['2019', 'SE'] : [third < firstOfSubscriptionEdition ? '2019' : 'SE'];
  return minor === 20 ? ['Online'] : [];
}

const firstOfSubscriptionEdition = 2562;

/** The listed build with these numbers; the build before it where there is none, for the reader to compare with. */
export function findBuild(text: string): { readonly found: ExchangeBuild | undefined; readonly before: ExchangeBuild | undefined; readonly newest: ExchangeBuild | undefined } {
  const numbers = buildNumbers(text);
  const product = numbers?.length === 4 ? exchangeProduct(versionsOfBuild(numbers)[0]) : undefined;
  if (numbers === undefined || product === undefined) return { found: undefined, before: undefined, newest: undefined };
  const before = product.builds.findLast((each) => compareBuilds(buildNumbers(each.build) ?? [], numbers) <= 0);
  const found = before !== undefined && compareBuilds(buildNumbers(before.build) ?? [], numbers) === 0 ? before : undefined;
  return { found, before, newest: product.builds.at(-1) };
}

/** Negative where `a` is older. Of a build written short only the parts that both have are compared. */
export function compareBuilds(a: readonly number[], b: readonly number[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 0;
    if (part !== other) return part - other;
  }
  return 0;
}

/** Service pack, cumulative update and rollup of an update as people write it: `CU23`, `SP3 RU32`, `Cumulative Update 23`, `CU23 Aug25SU`. */
export function readUpdate(text: string): { readonly level: string | undefined; readonly rollup: string | undefined } {
  const written = text.replace(/\bcumulative\s+update\b/i, 'CU').replace(/\bservice\s+pack\b/i, 'SP').replace(/\bupdate\s+rollup\b/i, 'RU');
  const levels = [...written.matchAll(/\b(CU|SP)\s*0*([0-9]{1,2})(?![0-9])/gi)].map((match) => `${(match[1] ?? '').toUpperCase()}${match[2] ?? ''}`);
  const [level] = levels.length === 0 && /\bRTM\b/i.test(written) ? ['RTM'] : levels;
  const rollup = /\bRU\s*0*([0-9]{1,2})/i.exec(written)?.[1];
  return { level: levels.length > 1 ? undefined : level, rollup: rollup === undefined ? undefined : `RU${rollup}` };
}

/** The listed build that a version and an update name; undefined where they name none, or the level alone is written in a way that is not understood. */
export function buildOfUpdate(version: string | undefined, update: string | undefined): ExchangeBuild | undefined {
  const product = exchangeProduct(version);
  const { level, rollup } = readUpdate(update ?? '');
  if (product === undefined || update === undefined || level === undefined) return undefined;
  const own = product.builds.filter((each) => sameLevel(product, each.level, level));
  const words = update.toLowerCase().split(/[\s,]+/);
  return own.find((each) => each.update !== '' && (each.update === rollup || words.includes(each.update.toLowerCase()))) ?? own.find((each) => each.update === '') ?? own[0];
}

export function sameLevel(product: ExchangeProduct, a: string, b: string): boolean {
  return a === b || product.alsoCalled[a] === b || product.alsoCalled[b] === a;
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `2025-10-14` as `14 October 2025`, `2025-10` as `October 2025`. */
export function dateInWords(date: string): string {
  const [year = '', month = '', day] = date.split('-');
  const name = months[Number(month) - 1];
  return name === undefined ? date : `${day === undefined ? '' : `${Number(day)} `}${name} ${year}`;
}

/**
 * What is known of an organization's Exchange as a plan states it, for a hover: product, build with its date, end of support.
 * Undefined where nothing is. Sentences in Markdown, without a heading.
 */
export function describeExchange(exchange: { readonly version?: string; readonly update?: string; readonly build?: string }): string | undefined {
  const numbers = exchange.build === undefined ? undefined : buildNumbers(exchange.build);
  const versions = numbers === undefined ? [] : versionsOfBuild(numbers);
  const product = exchangeProduct(exchange.version ?? (versions.length === 1 ? versions[0] : undefined));
  if (product === undefined) return undefined;
  const { found, before, newest } = exchange.build === undefined ? { found: buildOfUpdate(exchange.version, exchange.update), before: undefined, newest: undefined } : findBuild(exchange.build);
  const lines = [found === undefined ? product.name : `${product.name}, ${nameOfBuild(found)}: build ${found.build}${found.date === '' ? '' : `, released ${dateInWords(found.date)}`}.`];
  if (found === undefined && before !== undefined) {
    const isNewer = before.build === newest?.build;
    lines.push(isNewer ? `Newer than the newest build that is listed, ${before.build} (${nameOfBuild(before)}).` : `Build ${exchange.build ?? ''} is not listed; the one before it is ${before.build} (${nameOfBuild(before)}).`);
  }
  lines.push(`End of support: ${dateInWords(product.endOfSupport)}. Builds as of ${dateInWords(buildsAsOf)}.`);
  return lines.join('\n\n');
}

export function nameOfBuild({ level, update }: ExchangeBuild): string {
  return update === '' ? level : `${level} ${update}`;
}
