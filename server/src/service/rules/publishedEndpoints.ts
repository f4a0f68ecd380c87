import type { PlanPath } from '../plan/planPath.ts';
import { shorten } from '../plan/schemaFindings.ts';
import { replaceValueFix } from './fixes.ts';
import type { PartContext, Rule, RuleFinding } from './rule.ts';

export const publishedEndpoints: Rule = {
  code: 'exchange/published-endpoint',
  title: 'Autodiscover or Exchange Web Services, stated as something else than an https address',
  severity: 'warning',
  guidance: ['G11'],
  *checkOrganization({ data, path }, context) {
    yield* judged(context, [...path, 'autodiscover'], data.autodiscover, 'Autodiscover', /^\/ews\//i, 'Exchange Web Services');
    yield* judged(context, [...path, 'webServices'], data.webServices, 'Exchange Web Services', /^\/autodiscover\//i, 'Autodiscover');
  },
};

function* judged({ plan }: PartContext, path: PlanPath, stated: string | undefined, what: string, others: RegExp, other: string): Iterable<RuleFinding> {
  const [, scheme = '', host, rest = ''] = /^(https?:\/\/)?([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::[0-9]{1,5})?)(\/\S*)?$/iu.exec(stated?.trim() ?? '') ?? [];
  const range = host === undefined ? undefined : plan.valueRange(path);
  // What has no host with dots in it may still be written.
  if (stated === undefined || host === undefined || range === undefined) return;
  if (others.test(rest)) {
    yield { message: `"${shorten(stated)}" is the address of ${other}, not of ${what}. State that of ${what}, or exchange the two.`, range };
  } else if (scheme.toLowerCase() !== 'https://') {
    const fact = scheme === '' ? 'has no https:// before it, so that nobody can call it' : 'begins with http://, and Exchange calls a partner by https:// only';
    yield { message: `${what} is stated as "${shorten(stated)}", which ${fact}. Expected is the https address that the partner reaches.`, range, fixes: [replaceValueFix(range, `https://${host}${rest}`, scheme === '')] };
  }
}
