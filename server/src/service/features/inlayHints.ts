import type { Organization } from '../plan/planModel.ts';
import type { ReadPlan } from '../readPlan.ts';

export interface Hint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** What the profile fills in of a service, behind its role: values that hold though the plan does not state them. */
export function profileHints({ document, model }: ReadPlan): Hint[] {
  return model.organizations.flatMap((organization): Hint[] => {
    const filled = filledIn(organization, model.profile.service);
    const place = document.valueRange([...organization.path, 'role']);
    if (filled.length === 0 || place === undefined) return [];
    return [{ offset: place.end, label: filled.join(', '), tooltip: `The profile "${model.profile.id}" knows this of "${organization.id}"; what the plan states counts more.` }];
  });
}

function filledIn({ isProfiled, data, acceptedDomains, knownDomains }: Organization, service: ReadPlan['model']['profile']['service']): string[] {
  if (!isProfiled || service === undefined) return [];
  const domains = knownDomains.filter((name) => !acceptedDomains.some((domain) => domain.name === name));
  return [
    ...(data.exchange?.version === undefined ? [`exchange.version: ${service.exchangeVersion}`] : []),
    ...(domains.length === 0 ? [] : [`acceptedDomains: ${domains.join(', ')}`]),
  ];
}
