import { refusals } from './boundCalls.ts';
import type { ScriptRule } from './scriptRule.ts';

export const parameterSet: ScriptRule = {
  code: 'script/parameter-set',
  title: 'Parameters that no call can have together',
  severity: 'warning',
  guidance: [],
  givesWay: true,
  *check(context) {
    for (const { error, judged } of refusals(context, 'AmbiguousParameterSet')) {
      const given = [...judged.binding.bound.values()].map(({ parameter }) => parameter).filter(({ inAllSets }) => !inAllSets);
      const last = error.about ?? given.at(-1);
      const others = given.filter((each) => each !== last && last !== undefined && (each.sets & last.sets) === 0);
      if (last === undefined || others.length === 0) continue;
      yield { message: `"${judged.cmdlet}" takes "-${last.name}" or ${others.map(({ name }) => `"-${name}"`).join(', ')}, not both: they are of different parameter sets. Remove one of them.`, range: { start: error.start, end: error.end } };
    }
  },
};
