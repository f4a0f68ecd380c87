/** Builds of Exchange as answers state them, against the list in server/data/exchangeBuilds.json. */
import source from '../../../data/exchangeBuilds.json' with { type: 'json' };

export interface BuildOwner {
  /** As a plan writes it: `2010`, `2013`, `2016`, `2019`, `SE`, `Online`. */
  readonly version: string;
  readonly name: string;
  /** `YYYY-MM-DD`; absent for Exchange Online. */
  readonly endOfSupport?: string;
}

/** Exchange Server Subscription Edition carries 2019's numbers on. */
const firstOfSubscriptionEdition = 2_562;

/** Whose build these four numbers are; undefined where they are of no product that is known. */
export function ownerOfBuild(build: string): BuildOwner | undefined {
  const [major, minor, third = 0] = build.split('.').map(Number);
  if (major === 15 && minor === 20) return { version: 'Online', name: 'Exchange Online' };
  const version =
    major === 14 ? '2010' : major !== 15 ? '' : minor === 0 ? '2013' : minor === 1 ? '2016' : minor === 2 ? (third < firstOfSubscriptionEdition ? '2019' : 'SE') : '';
  const product = Object.entries(source.products).find(([known]) => known === version)?.[1];
  return product === undefined ? undefined : { version, name: product.name, endOfSupport: product.endOfSupport };
}

/** Negative where `one` is the older build. */
export function compareBuilds(one: string, other: string): number {
  const numbers = other.split('.').map(Number);
  for (const [at, part] of one.split('.').map(Number).entries()) {
    const difference = part - (numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
