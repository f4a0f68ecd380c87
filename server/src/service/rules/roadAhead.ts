import roads from '../../../data/roadAhead.json' with { type: 'json' };
import type { Rule } from './rule.ts';

export const roadAhead: Rule = {
  code: 'exchange/road-ahead',
  title: 'What is announced for Exchange Online and reaches a federation',
  severity: 'information',
  guidance: ['G9a'],
  *check({ plan, model }) {
    const first = model.organizations.find(({ hosting }) => hosting === 'online');
    if (first === undefined || model.profile.exercise === true) return;
    // Where the profile alone says so, the profile is the place.
    const range = first.data.exchange?.version === undefined ? plan.valueRange(['profile']) : plan.valueRange([...first.path, 'exchange', 'version']);
    if (range === undefined) return;
    const several = model.relationships.some(({ target, domainNames }) => target?.hosting === 'online' && domainNames.length > 1);
    const between = model.relationships.some(({ owner, target }) => owner?.hosting === 'online' && target?.hosting === 'online' && owner !== target);
    const said = roads.exchangeOnline.filter(({ id }) => id === 'web-services' || (id === 'federation-information' ? several : between));
    // Dates and no tense: the day of reading is not known here. Once for a plan, however many organizations are in the cloud.
    yield { message: said.map(({ text, source }) => `${text} (${source})`).join(' '), range };
  },
};
