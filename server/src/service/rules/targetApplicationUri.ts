import { namespaceDomain } from '../plan/accountNamespace.ts';
import type { Organization } from '../plan/planModel.ts';
import { replaceValueFix } from './fixes.ts';
import type { Rule } from './rule.ts';

export const targetApplicationUri: Rule = {
  code: 'relationship/target-application-uri',
  title: 'A target application URI that is none, or not the target’s',
  severity: 'warning',
  guidance: ['G34b', 'G42'],
  *checkRelationship({ data, path, target }, { plan }) {
    const written = data.targetApplicationUri;
    if (written === undefined || written === '') return;
    const range = plan.valueRange([...path, 'targetApplicationUri']);
    if (range === undefined) return;
    const name = namespaceDomain(written);
    if (/^https:/i.test(written.trim()) || /[\s/<>]/.test(name)) {
      yield { message: `"${written}" has not the form of an application URI. Expected is what Get-FederationInformation shows of the target: "FYDIBOHF25SPDLT." and its domain, or "outlook.com" for Exchange Online.`, range };
      return;
    }
    const stated = target === undefined ? undefined : statedUri(target);
    if (target === undefined || stated === undefined || name === namespaceDomain(stated) || isOlderForm(name, namespaceDomain(stated))) return;
    // A target that has moved to the cloud, wholly or in part, answers there with the cloud's own URI.
    if (/(?:^|\.)outlook\.(?:com|cn)$|(?:^|\.)office365\.us$/.test(name)) return;
    yield {
      message: `The application URI of "${target.id}" is stated as "${stated}", and this relationship aims at "${written}". Expected is the same in both: take it from Get-FederationInformation.`,
      range,
      fixes: [replaceValueFix(range, stated, false)],
    };
  },
};

/** The trust's own URI, or what the account namespace makes it. */
function statedUri({ data, accountNamespace, hosting }: Organization): string | undefined {
  const uri = data.federationTrust?.applicationUri;
  if (uri !== undefined && uri !== '') return uri;
  // In the cloud the URI is the cloud's, whatever the namespace.
  return accountNamespace === undefined || hosting === 'online' ? undefined : `FYDIBOHF25SPDLT.${accountNamespace.name}`;
}

/** Before Exchange 2010 SP1 the namespace was a domain of one's own below the accepted one. */
function isOlderForm(a: string, b: string): boolean {
  return a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}
