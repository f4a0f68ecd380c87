import type { BoundParameter, Value } from '../powershell/binder/index.ts';
import { boundCalls } from './boundCalls.ts';
import type { ScriptFinding, ScriptRule } from './scriptRule.ts';

export const valueShape: ScriptRule = {
  code: 'script/value-shape',
  title: 'A value that has not the shape of a proxy, a URL or a domain',
  severity: 'warning',
  guidance: ['G22'],
  *check(context) {
    for (const { binding } of boundCalls(context)) {
      for (const given of binding.bound.values()) {
        if (given.argument === undefined || given.how === 'splat' || given.how === 'pipeline' || given.parameter.isCommon) continue;
        const range = { start: given.argument.start, end: given.argument.end };
        const [only] = textsOf(given.value);
        if (only === undefined || only.includes('$')) continue;
        const found = given.parameter.name === 'InternetWebProxy' ? proxy(only) : endpoint(given, only) ?? domains(given);
        if (found === undefined) continue;
        const written = context.script.text.slice(range.start, range.end);
        const quote = /^['"]/.exec(written)?.[0] ?? '';
        yield { message: found.message, range, fixes: found.instead === undefined ? [] : [{ title: `Change to "${found.instead}"`, edits: [{ range, newText: `${quote}${found.instead}${quote}` }], preferred: true }] };
      }
    }
  },
};

type Shape = Pick<ScriptFinding, 'message'> & { readonly instead?: string };

function proxy(text: string): Shape | undefined {
  const [, scheme = '', address] = /^(\w+:\/\/)?([a-z0-9._-]+(?::\d{1,5})?)\/?$/i.exec(text) ?? [];
  if (address === undefined || /^http:\/\/$/i.test(scheme)) return undefined;
  return { message: `"${text}" ${scheme === '' ? 'has no "http://" before it' : `begins with "${scheme}"; Exchange speaks to its proxy by http:// only`}. Expected is http://<server>:<port>.`, instead: `http://${address}` };
}

/** Only those that are addresses to call; a target application URI may be one without a scheme. */
function endpoint({ parameter }: BoundParameter, text: string): Shape | undefined {
  if (parameter.type !== 'uri' || !/(?:epr|url)$/i.test(parameter.name) || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/|$)/i.test(text)) return undefined;
  return { message: `"${text}" has no "https://" before it, so that it is no URL to call. Expected is https://<host>/….`, instead: `https://${text}` };
}

function domains({ parameter, value }: BoundParameter): Shape | undefined {
  const { type } = parameter.documented;
  if (!/^SmtpDomain(?:\[\])?$/.test(type) && parameter.name !== 'DomainNames') return undefined;
  for (const text of textsOf(value)) {
    if (text.includes('@')) return { message: `"${text}" is a mail address. Expected is a domain: write what stands behind the "@".` };
    if (/^\w+:\/\//.test(text)) return { message: `"${text}" is a URL. Expected is a domain such as contoso.example.` };
    if (/[,;]/.test(text) && text.includes('.')) return { message: `"${text}" is one text with several domains in it. Expected is each domain by itself: quotes around each, and commas between them.` };
  }
  return undefined;
}

function textsOf(value: Value): string[] {
  if (value.kind === 'text') return value.text === undefined ? [] : [value.text];
  return value.kind === 'list' ? value.items.flatMap((item) => (item.kind === 'text' && item.text !== undefined ? [item.text] : [])) : [];
}
