import type { StatedRelationship } from '../../protocol/checks.ts';
import type { Check, CheckContext, Facts, Outcome } from '../engine/check.ts';
import type { FoundInformation } from '../probes/federationLookup.ts';
import { isExchangeOnline, listsDomain, sameApplicationUri } from '../wire/federationInformation.ts';
import { httpUrlText, readHttpUrl, shownUrl } from '../wire/httpUrl.ts';
import { isExchangeOnlineHost } from './wsSecurity.ts';

/** F2: does what the partner's Exchange says of itself agree with what the plan's relationships state of it? */
export const answerAndPlan: Check = {
  id: 'F2',
  title: 'Federation information and plan',
  group: 'Federation information',
  asks: 'Nothing more: compares the answer of F1 with the plan’s federated domains, and with the target URI and endpoint of its relationships.',
  guidance: ['G31', 'G40', 'G42'],
  needs: ['F1'],
  considers: [],
  run,
};

const doesNotProve = 'What is really configured: the plan says what ought to be. Compare with Get-OrganizationRelationship | Format-List.';

type Judgement = Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix' | 'facts'>;
const worstFirst = ['fail', 'warn', 'info', 'pass'] as const;

async function run(context: CheckContext): Promise<Outcome> {
  const { subject } = context;
  const { federation } = (await context.resultOf('F1')).facts;
  const found = federation?.answer;
  const about = 'domain';
  if (found === undefined) return { verdict: 'skipped', summary: 'Skipped because there is no federation information to compare.', evidence: [], about };
  const relationships = subject.relationships ?? [];
  const judgements = [
    ...judgeDomains(context, found),
    ...relationships.flatMap((relationship) => [...judgeUri(relationship, found), ...judgeEndpoint(relationship, found)]),
  ];
  const { evidence } = found;
  if (judgements.length === 0) {
    const summary = 'Skipped because the plan states neither federated domains nor the target of a relationship, so there is nothing to compare.';
    return { verdict: 'skipped', summary, evidence: [], about };
  }
  const verdict = worstFirst.find((each) => judgements.some((judgement) => judgement.verdict === each)) ?? 'pass';
  const worst = judgements.filter((judgement) => judgement.verdict === verdict);
  const [first] = worst;
  return {
    verdict,
    summary: worst.map(({ summary }) => summary).join(' '),
    ...(first?.cause === undefined ? {} : { cause: first.cause }),
    ...(first?.fix === undefined ? {} : { fix: first.fix }),
    facts: judgements.reduce<Facts>((all, { facts }) => ({ ...all, ...facts }), {}),
    evidence,
    doesNotProve,
    about,
  };
}

/** Exchange Online names the asked domain alone, so its list says nothing of others. */
function judgeDomains({ subject }: CheckContext, { information }: FoundInformation): readonly Judgement[] {
  const planned = subject.federatedDomains;
  if (planned === undefined || isExchangeOnline(information)) return [];
  const missing = planned.filter((domain) => listsDomain(information.domains, domain) === false);
  if (planned.some((domain) => listsDomain(information.domains, domain) === 'unknown') && missing.length === 0) return [];
  if (missing.length === 0) return [{ verdict: 'pass', summary: `All ${planned.length} federated domains of the plan are in the answer’s list.`.replace('All 1 federated domains', 'The federated domain').replace(' are in', planned.length === 1 ? ' is in' : ' are in') }];
  return [
    {
      verdict: 'warn',
      summary: `The answer does not list ${missing.map((each) => `"${each}"`).join(', ')}, which the plan counts among the federated domains.`,
      cause: 'The domains were not added to the federated organization identifier, or the answer is another organization’s.',
      facts: { domainsLeftOut: missing },
      fix: `The partner runs: ${missing.map((each) => `Add-FederatedDomain -DomainName ${each}`).join('; ')}`,
    },
  ];
}

/** The host at which a relationship's calls end: a sharing endpoint overrides Autodiscover. */
function aimOf({ targetAutodiscoverEpr, targetSharingEpr }: StatedRelationship): string | undefined {
  const aim = [targetSharingEpr, targetAutodiscoverEpr].find((each) => each !== undefined && each !== '');
  return aim === undefined ? undefined : readHttpUrl(aim)?.host;
}

/** A hybrid organization has an endpoint and a URI on each side; a relationship that names both of the cloud is in agreement with itself. */
function aimsAtCloud(relationship: StatedRelationship): boolean {
  const host = aimOf(relationship);
  return host !== undefined && isExchangeOnlineHost(host) && sameApplicationUri(relationship.targetApplicationUri ?? '', 'outlook.com');
}

/** By way of a Hybrid Agent the servers on premises are called with a URI of the relay's own. */
function aimsAtHybridAgent(relationship: StatedRelationship): boolean {
  return aimOf(relationship)?.endsWith('.msappproxy.net') === true && sameApplicationUri(relationship.targetApplicationUri ?? '', 'outlook.office.com');
}

function judgeUri(relationship: StatedRelationship, { information }: FoundInformation): readonly Judgement[] {
  const { name, targetApplicationUri: stated } = relationship;
  if (stated === undefined || stated === '' || information.applicationUri === '') return [];
  const said = information.applicationUri.slice(0, 120);
  if (sameApplicationUri(stated, said)) return [{ verdict: 'pass', summary: `The relationship "${name}" states the same TargetApplicationUri, "${said}".` }];
  if (aimsAtHybridAgent(relationship)) {
    return [{ verdict: 'pass', summary: `The relationship "${name}" goes by a Hybrid Agent and states the URI of its relay, "${stated.slice(0, 120)}".` }];
  }
  const summary = `The relationship "${name}" states TargetApplicationUri "${stated.slice(0, 120)}"; the endpoint says "${said}".`;
  const fix = `Set-OrganizationRelationship "${name}" -TargetApplicationUri ${said}`;
  if (aimsAtCloud(relationship) && !isExchangeOnline(information)) {
    return [{ verdict: 'info', summary: `The relationship "${name}" aims at Exchange Online; its TargetApplicationUri "${stated.slice(0, 120)}" is not for "${said}" to judge, which answered on premises.` }];
  }
  const cloud = sameApplicationUri(stated, 'outlook.com') !== isExchangeOnline(information);
  if (cloud) {
    return [
      {
        verdict: 'warn',
        summary,
        cause: 'One of the two is Exchange Online’s. In a hybrid organization each side has a URI and an endpoint of its own, and they must not be mixed.',
        fix: `Find out which side holds the mailboxes; where it is the one that answered here: ${fix}`,
      },
    ];
  }
  return [{ verdict: 'fail', summary, cause: 'A token made for another URI is refused (ErrorMailRecipientNotFound, InvalidOrganizationRelationship).', fix }];
}

/** Another host may serve the same organization: the check of the stated endpoint (E1) judges it, this one notes it. */
function judgeEndpoint({ name, targetAutodiscoverEpr: stated }: StatedRelationship, found: FoundInformation): readonly Judgement[] {
  const url = stated === undefined ? undefined : readHttpUrl(stated);
  if (url === undefined) return [];
  const answered = `${httpUrlText(found.url)}/WSSecurity`;
  if (url.host === found.url.host) return [{ verdict: 'pass', summary: `The relationship "${name}" aims at the host that answered, "${url.host}".` }];
  // Both names of the cloud are right.
  if (isExchangeOnline(found.information) && /^autodiscover(-s)?\.outlook\.com$/.test(url.host)) return [{ verdict: 'pass', summary: `The relationship "${name}" aims at Exchange Online.` }];
  return [{ verdict: 'info', summary: `The relationship "${name}" aims at "${shownUrl(stated ?? '')}"; the answer came from "${answered}".` }];
}
