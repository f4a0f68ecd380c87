import { isDomainName } from '../plan/domainName.ts';
import { didYouMean } from '../spelling.ts';
import { federatedNames } from './federatedBy.ts';
import { addItemFix, replaceValueFix } from './fixes.ts';
import { quotedNames } from './quotedNames.ts';
import type { Rule } from './rule.ts';

export const domainNotFederated: Rule = {
  code: 'relationship/domain-not-federated',
  title: 'A relationship names a domain that its target does not list as federated',
  severity: 'warning',
  guidance: ['G31', 'G33', 'G36c', 'G40'],
  saysMissing: true,
  *check({ plan, model }) {
    for (const { target, domainNames } of model.relationships) {
      // Without a stated list nothing is known of what the target federates; Exchange Online has no such list of its own.
      const federated = target === undefined ? undefined : federatedNames(target);
      if (target === undefined || federated === undefined || target.hosting === 'online') continue;
      const names = new Set(federated);
      for (const { name, path } of domainNames) {
        if (name === '' || names.has(name)) continue;
        const range = plan.valueRange(path);
        if (range === undefined) continue;
        // A domain of the target is no slip of the pen, however near it is to another.
        const isOwn = target.knownDomains.includes(name);
        const meant = isOwn ? undefined : didYouMean(name, names);
        const list = [...target.path, 'federatedOrganizationIdentifier', 'domains'];
        yield {
          message: `"${name}" is not among the federated domains of "${target.id}" (${quotedNames(names) || 'it lists none'}). ${meant === undefined ? `Add it to "federatedOrganizationIdentifier.domains" of "${target.id}", or remove it here.` : `Did you mean "${meant}"?`}`,
          range,
          // A tenant's own domain has no zone for a proof.
          fixes: meant !== undefined ? [replaceValueFix(range, meant, false)] : isOwn && isDomainName(name) && !name.endsWith('.onmicrosoft.com') ? addItemFix(plan, list, name, `Add "${name}" to the federated domains of "${target.id}"`) : [],
        };
      }
    }
  },
};
