import type { BoundParameter, Value } from '../powershell/binder/index.ts';
import type { ParameterFacts } from '../catalogue/cmdlet.ts';
import { boundCalls } from './boundCalls.ts';
import type { ScriptRule } from './scriptRule.ts';

export const valueRange: ScriptRule = {
  code: 'script/value-range',
  title: 'A number out of its range, or a text that is too long',
  severity: 'warning',
  guidance: [],
  *check(context) {
    for (const { binding, cmdlet } of boundCalls(context)) {
      for (const given of binding.bound.values()) {
        const fact = given.parameter.isCommon || given.how === 'splat' || given.how === 'pipeline' ? undefined : beyond(given);
        if (fact === undefined || given.argument === undefined) continue;
        yield { message: `"-${given.parameter.name}" of "${cmdlet}" ${fact}`, range: { start: given.argument.start, end: given.argument.end } };
      }
    }
  },
};

function beyond({ parameter, value }: BoundParameter): string | undefined {
  const facts = parameter.documented as ParameterFacts;
  if (value.kind === 'number') return outOfRange(value, facts);
  if (value.kind === 'text' && value.text !== undefined && !value.text.includes('$')) {
    const { maxLength, orUnlimited } = facts;
    if (/^\d{1,15}$/.test(value.text)) return outOfRange({ ...value, kind: 'number', value: Number(value.text), whole: true, text: value.text }, facts);
    if (maxLength !== undefined && value.text.length > maxLength && orUnlimited !== true) return `takes ${maxLength} characters at most, and this has ${value.text.length}. Shorten it.`;
  }
  if (value.kind === 'list' && facts.maxItems !== undefined && value.items.length > facts.maxItems) return `takes ${facts.maxItems} items at most, and these are ${value.items.length}. Leave some out.`;
  return undefined;
}

/** Sizes have units of their own, and limits that are given on something else than the value say nothing of it. */
function outOfRange(value: Extract<Value, { kind: 'number' }>, { min, max, rangeOn, type, otherType }: ParameterFacts): string | undefined {
  if (rangeOn !== undefined || otherType !== undefined || !/^(?:U?Int(?:16|32|64)|Unlimited)$/.test(type) || !/^-?\d+$/.test(value.text)) return undefined;
  const [least, most] = [min, max].map((each) => (each === undefined ? undefined : Number(each)));
  if ((least === undefined || value.value >= least) && (most === undefined || value.value <= most)) return undefined;
  const expected = least !== undefined && most !== undefined ? `from ${String(min)} to ${String(max)}` : least === undefined ? `up to ${String(max)}` : `from ${String(min)} on`;
  return `takes numbers ${expected}, and this is ${value.text}. Correct it.`;
}
