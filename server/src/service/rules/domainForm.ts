import { domainName, isDomainName } from '../plan/domainName.ts';
import type { PlanPath } from '../plan/planPath.ts';
import { shorten } from '../plan/schemaFindings.ts';
import { replaceValueFix } from './fixes.ts';
import type { PartContext, Rule, RuleFinding } from './rule.ts';

export const domainForm: Rule = {
  code: 'plan/domain-form',
  title: 'What cannot be a domain, such as a URL or a mail address, where one is expected',
  severity: 'warning',
  guidance: ['G19', 'G31', 'G40'],
  *checkOrganization({ acceptedDomains, federatedDomains }, context) {
    for (const { name, path } of [...acceptedDomains, ...(federatedDomains ?? [])]) yield* judged(context, name, path);
  },
  *checkRelationship({ domainNames }, context) {
    for (const { name, path } of domainNames) yield* judged(context, name, path);
  },
};

function* judged({ plan }: PartContext, name: string, path: PlanPath): Iterable<RuleFinding> {
  const fault = faultOf(name);
  const range = fault === undefined ? undefined : plan.valueRange(path);
  if (fault === undefined || range === undefined) return;
  const meant = meantBy(name);
  yield {
    message: `"${shorten(name)}" is no domain: it ${fault}, so that nothing can be checked of it. Expected is the domain alone, ${meant === undefined ? 'for instance "contoso.example"' : `"${meant}"`}.`,
    range,
    fixes: meant === undefined ? [] : [replaceValueFix(range, meant)],
  };
}

/** Only what no domain can have; a name of one label, or with an underscore, may be somebody's. */
function faultOf(name: string): string | undefined {
  if (/^[a-z]+:\/\//.test(name)) return 'is a URL';
  if (name.includes('@')) return 'is a mail address';
  if (/[<>"“”„(){}[\]|\\]/.test(name)) return 'holds brackets, quotes or a backslash';
  if (/[\s,;]/.test(name)) return 'holds a blank, a comma or a semicolon';
  if (/[/:]/.test(name)) return 'holds a path or a port';
  return name.includes('..') || name.startsWith('.') ? 'has an empty part between its dots' : undefined;
}

function meantBy(name: string): string | undefined {
  const [, host = ''] = /^(?:[a-z]+:\/\/)?(?:[<"“”„]*[^@\s<>"]*@)?[<"“”„]*([^\s/:@<>"“”„,;]+)[>"“”„]*(?::[0-9]+)?(?:\/\S*)?$/.exec(name) ?? [];
  const meant = host.replace(/^\.+/, '').replace(/\.{2,}/g, '.');
  return meant !== name && isDomainName(domainName(meant)) ? meant : undefined;
}
