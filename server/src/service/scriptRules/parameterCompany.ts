import type { ParameterFacts } from '../catalogue/cmdlet.ts';
import type { Value } from '../powershell/binder/index.ts';
import { textOfValue } from './valueText.ts';
import { boundCalls } from './boundCalls.ts';
import type { ScriptRule } from './scriptRule.ts';

export const parameterCompany: ScriptRule = {
  code: 'script/parameter-company',
  title: 'A parameter without the one that it needs, or beside one that it cannot stand with',
  severity: 'information',
  guidance: [],
  *check(context) {
    for (const { binding, cmdlet } of boundCalls(context)) {
      // What is not written here may give it.
      if (binding.opaque) continue;
      // What a change leaves alone may be set already.
      const changes = /^(?:set|update|enable)-/i.test(cmdlet);
      const given = new Map([...binding.bound.values()].map((each) => [each.parameter.name.toLowerCase(), each]));
      const isOn = (name: string): boolean => !isOff(given.get(name.toLowerCase())?.value);
      for (const { parameter, nameStart, nameEnd, how, value } of binding.bound.values()) {
        if (how === 'pipeline' || parameter.isCommon || isOff(value)) continue;
        const { requires = [], excludes = [] } = parameter.documented as ParameterFacts;
        const lacking = requires.filter(({ param }) => !given.has(param.toLowerCase()));
        // Pages name each other: the later one of the two has the finding.
        const other = excludes.find((name) => isOn(name) && (given.get(name.toLowerCase())?.nameStart ?? nameStart) < nameStart);
        const differs = requires.find(({ param, in: values }) => {
          const text = asBoolean(textOfValue(given.get(param.toLowerCase())?.value), values);
          return values !== undefined && text !== undefined && !values.some((value) => value.toLowerCase() === text.toLowerCase());
        });
        const range = { start: nameStart, end: nameEnd };
        // Several that are required are alternatives on some pages.
        if (!changes && lacking.length > 0 && lacking.length === requires.length) yield { message: `"-${parameter.name}" of "${cmdlet}" has a meaning only with ${lacking.map(({ param }) => `"-${param}"`).join(' or ')}, which is not given here. Add it, or leave "-${parameter.name}" out.`, range };
        else if (differs !== undefined) yield { message: `"-${parameter.name}" of "${cmdlet}" has a meaning only where "-${differs.param}" is ${(differs.in ?? []).map((value) => `"${value}"`).join(' or ')}. Correct one of them.`, range };
        if (other !== undefined) yield { message: `"-${parameter.name}" and "-${other}" of "${cmdlet}" cannot be used together. Remove one of them.`, range };
      }
    }
  },
};

/** `-Switch:$false` and `-Name $null` give nothing. */
function isOff(value: Value | undefined): boolean {
  return value?.kind === 'null' || (value?.kind === 'boolean' && value.value === false);
}

/** A number stands for a Boolean, where one is expected. */
function asBoolean(text: string | undefined, values: readonly string[] | undefined): string | undefined {
  if (text === undefined || !/^\d+$/.test(text) || values?.some((value) => value.startsWith('$')) !== true) return text;
  return Number(text) === 0 ? '$false' : '$true';
}
