import type { Rule } from './rule.ts';

export const domainTwice: Rule = {
  code: 'relationship/domain-twice',
  title: 'A domain in two relationships of the same owner',
  severity: 'warning',
  guidance: ['G40', 'G46'],
  *check({ plan, model }) {
    const first = new Map<string, number>();
    for (const [index, { data, domainNames }] of model.relationships.entries()) {
      // Which of two is used while one is switched off is Exchange's secret.
      if (data.owner === undefined || data.enabled === false) continue;
      for (const { name, path } of domainNames) {
        const key = `${data.owner} ${name}`;
        const before = first.get(key);
        if (before === undefined) first.set(key, index);
        if (before === undefined || before === index) continue;
        const range = plan.valueRange(path);
        const other = model.relationships[before]?.data.name;
        if (range !== undefined) yield { message: `"${name}" already stands in ${other === undefined ? 'another relationship' : `the relationship "${other}"`} of "${data.owner}". Exchange uses one of the two and ignores the other: name a domain in one relationship only.`, range };
      }
    }
  },
};
