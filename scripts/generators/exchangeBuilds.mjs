// server/data/exchangeBuilds.json, the builds of Exchange as rules and hover need them, from server/data/sources/exchange-builds.json.
// Every build is carried over; `[level, update, build, date]`, the update empty for a level itself, the date a month where only that is
// known and empty where not even that is.
import { readFileSync } from 'node:fs';

export const name = 'exchange builds';

const source = new URL('../../server/data/sources/exchange-builds.json', import.meta.url);

export async function generate() {
  const facts = JSON.parse(readFileSync(source, 'utf8'));
  const asOf = Object.values(facts.meta.sources).map(({ commitDate }) => commitDate).sort().at(-1);
  const products = Object.entries(facts.products).map(([id, { name: title, endOfSupport }]) => {
    const own = facts.builds.filter(({ product }) => product === id).sort(byBuild);
    const levels = Object.fromEntries(own.flatMap(({ level, also }) => (also === undefined ? [] : [[level, also]])));
    const rows = own.map(({ level, update, build, date, month }) => JSON.stringify([level, update ?? '', build, date ?? month ?? '']));
    return `    ${JSON.stringify(id)}: {\n      "name": ${JSON.stringify(title)},\n      "endOfSupport": ${JSON.stringify(endOfSupport)},\n      "alsoCalled": ${JSON.stringify(levels)},\n      "builds": [\n        ${rows.join(',\n        ')}\n      ]\n    }`;
  });
  const unknown = facts.builds.filter(({ product }) => !(product in facts.products));
  if (unknown.length > 0) throw new Error(`Builds of unknown products: ${unknown.map(({ product }) => product).join(', ')}.`);
  return { 'server/data/exchangeBuilds.json': `{\n  "asOf": ${JSON.stringify(asOf)},\n  "products": {\n${products.join(',\n')}\n  }\n}\n` };
}

function byBuild(a, b) {
  const [x, y] = [a, b].map(({ build }) => build.split('.').map(Number));
  for (const [index, part] of x.entries()) if (part !== y[index]) return part - y[index];
  return 0;
}
