import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import type { CertificateDoubt } from '../probes/certificateDoubt.ts';
import { lookUpFederationInformation, type FederationLookup, type FoundInformation } from '../probes/federationLookup.ts';
import { statedAutodiscover } from '../probes/statedEndpoint.ts';
import { isExchangeOnline, listsDomain, sameApplicationUri, type FederationInformation } from '../wire/federationInformation.ts';
import { httpUrlText } from '../wire/httpUrl.ts';
import { addFederatedDomain, showFederatedOrganization } from './exchangeCmdlets.ts';
import { lookupCause } from './lookupCauses.ts';

/** F1: what does the partner's Exchange say of its own federation? The anonymous question that `Get-FederationInformation` asks. */
export const federationInformation: Check = {
  id: 'F1',
  title: 'GetFederationInformation',
  group: 'Federation information',
  asks:
    'An anonymous SOAP call for the domain, at the plan’s Autodiscover URL, then in the order of Get-FederationInformation: ' +
    '"autodiscover." host, the domain, where an http redirect leads; where none of them answers, at the TargetAutodiscoverEpr of the plan’s relationships.',
  guidance: ['G13', 'G37'],
  needs: ['D1'],
  considers: [],
  run,
};

const doesNotProve =
  'That the partner’s organization relationship names you, what it allows, that the trust’s certificate is still valid, ' +
  'or that mailboxes of this domain are there.';

async function run(context: CheckContext): Promise<Outcome> {
  const lookup = await lookUpFederationInformation(context);
  const about = context.subject.autodiscover === undefined ? 'domain' : 'autodiscover';
  const base = { evidence: lookup.evidence, doesNotProve, about, facts: { federation: lookup } } as const;
  const { answer } = lookup;
  if (answer === undefined) return { ...base, ...judgeSilence(context, lookup) };
  const judged = judgeInformation(context, answer);
  const withFacts = { ...base, ...judged, facts: { ...base.facts, ...judged.facts } };
  if (judged.verdict !== 'pass' && judged.verdict !== 'info') return withFacts;
  return { ...base, ...judged, ...judgeWay(context, lookup, answer, judged) };
}

type Judgement = Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix' | 'facts'>;

function judgeInformation(context: CheckContext, found: FoundInformation): Judgement {
  const { domain } = context.subject;
  const { information } = found;
  const where = `"${httpUrlText(found.url)}"`;
  const said = information.errorMessage === '' ? '' : ` ("${information.errorMessage.slice(0, 160)}")`;
  switch (information.errorCode) {
    case 'NoError':
      return judgeContent(domain, where, information);
    case 'NotFederated':
      return {
        verdict: 'fail',
        summary: `${where} says that its organization is not federated: NotFederated${said}.`,
        cause: 'The partner has no federation trust, or its federated organization identifier is not enabled.',
        fix:
          'The partner creates the trust, then: Set-FederatedOrganizationIdentifier -Enabled $true. See with: ' +
          `Get-FederationTrust; ${showFederatedOrganization}`,
      };
    case 'InvalidDomain':
      return {
        verdict: 'fail',
        summary: `${where} does not count "${domain}" among its federated domains: InvalidDomain${said}.`,
        cause: 'The domain was not added to the federation, or its proof was not accepted; or the endpoint belongs to another organization.',
        fix: `The partner publishes the domain’s proof and runs: ${addFederatedDomain(domain)}`,
      };
    case 'ServerBusy':
      return { verdict: 'unknown', summary: `${where} is throttling: ServerBusy, twice.`, fix: 'Run the check again in a few minutes.' };
    case 'InvalidRequest':
      return {
        verdict: 'unknown',
        summary: `${where} does not take the question for "${domain}": InvalidRequest${said}.`,
        fix: 'Check the domain’s spelling in the plan.',
      };
    default:
      return {
        verdict: 'unknown',
        summary:
          `${where} answers without federation information: ` +
          `${information.errorCode === '' ? 'no error code' : information.errorCode.slice(0, 60)}${said}.`,
        cause: 'A fault on the partner’s servers.',
        fix: 'Ask the partner to look for the request-id of the evidence in the Autodiscover logs.',
      };
  }
}

const businessIssuer = /^ur[in]:federation:MicrosoftOnline$/i;
const consumerIssuer = /^ur[in]:WindowsLiveID$/i;

/** The rules by which Exchange itself accepts the answer. */
function judgeContent(domain: string, where: string, information: FederationInformation): Judgement {
  const { applicationUri, domains, tokenIssuers } = information;
  if (applicationUri === '')
    return {
      verdict: 'fail',
      summary: `${where} answers NoError but names no ApplicationUri, so Exchange refuses the answer.`,
      cause: 'The account namespace is not set.',
      fix: showFederatedOrganization,
    };
  const lists = listsDomain(domains, domain);
  if (lists !== true) {
    const listed =
      domains.length === 0
        ? 'no domain at all'
        : domains
            .slice(0, 6)
            .map((each) => `"${each}"`)
            .join(', ');
    if (lists === 'unknown') {
      const cause = 'The list holds names in letters of their own; whether one of them is this domain these checks cannot tell.';
      return { verdict: 'unknown', summary: `${where} answers NoError and lists ${listed}.`, cause, fix: showFederatedOrganization };
    }
    return {
      verdict: 'fail',
      summary: `${where} answers NoError but lists ${listed}, not "${domain}", so Exchange refuses the answer.`,
      cause: 'The domain is not among the federated ones.',
      fix: `The partner runs: ${addFederatedDomain(domain)}`,
    };
  }
  const build = information.serverVersion === undefined ? '' : `, build ${information.serverVersion}`;
  const facts = `ApplicationUri "${applicationUri.slice(0, 120)}"${build}`;
  if (tokenIssuers.length > 0 && !tokenIssuers.some((issuer) => businessIssuer.test(issuer))) {
    const consumer = tokenIssuers.some((issuer) => consumerIssuer.test(issuer));
    return {
      verdict: consumer ? 'fail' : 'warn',
      facts: consumer ? { consumerGateway: true } : {},
      summary:
        `${where} answers NoError for "${domain}" but trusts the token issuer "${tokenIssuers[0]?.slice(0, 120) ?? ''}" instead ` +
        'of "urn:federation:MicrosoftOnline".',
      cause: consumer
        ? 'The trust was made with the consumer instance of the gateway, which was discontinued in 2014.'
        : 'The trust was made with another gateway; both sides must share one.',
      fix: 'The partner removes the trust and makes it again: New-FederationTrust.',
    };
  }
  if (tokenIssuers.length === 0)
    return {
      verdict: 'warn',
      summary: `${where} answers NoError for "${domain}" (${facts}) but names no token issuer.`,
      fix: 'The partner checks: Get-FederationTrust | Format-List TokenIssuer*',
    };
  const cloud = isExchangeOnline(information) ? ' It is Exchange Online, which answers with the asked domain only.' : '';
  return { verdict: 'pass', summary: `${where} answers NoError for "${domain}": ${facts}.${cloud}` };
}

/** A right answer from the wrong place, or over a connection that Exchange would not make. */
function judgeWay(context: CheckContext, lookup: FederationLookup, found: FoundInformation, judged: Judgement): Partial<Judgement> {
  const fact = judged.summary.slice(0, -1);
  if (found.refusal !== undefined) return judgeRefusal(lookup, found, found.refusal, fact);
  const stated = statedAutodiscover(context.subject);
  if (stated.kind === 'unreadable') {
    return {
      verdict: 'warn',
      summary: `${fact}. ${stated.words}, so it was passed over.`,
      fix: `Correct the URL in the plan, or state "${httpUrlText(found.url)}".`,
    };
  }
  if (stated.kind === 'url' && found.step !== 'plan') return judgeElsewhere(lookup, found, fact);
  if (found.unknownAuthority !== undefined) {
    const { host, code } = found.unknownAuthority;
    return {
      summary:
        `${fact}. Whether the authority behind the certificate of "${host}" is trusted could not be determined (${code}): ` +
        'this Node.js version cannot read this system’s store.',
    };
  }
  if (found.step === 'relationship') {
    return {
      verdict: 'info',
      summary: `${fact}. Only the endpoint that the plan’s relationship states leads there.`,
      cause: 'One Autodiscover endpoint may serve many domains; Get-FederationInformation for this domain alone does not find it, and need not.',
      fix: 'Keep TargetAutodiscoverEpr in the organization relationship; there it counts for all of its domains.',
    };
  }
  if (found.step === 'redirect' && !sameApplicationUri(found.information.applicationUri, 'outlook.com')) {
    return {
      verdict: 'info',
      cause:
        'Only the last step of the lookup, an http redirect, found the answer; Exchange may ask whether to trust it, and an ' +
        'explicit TargetAutodiscoverEpr avoids that.',
    };
  }
  return {};
}

function judgeRefusal(lookup: FederationLookup, found: FoundInformation, { host, code }: CertificateDoubt, fact: string): Partial<Judgement> {
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' && found.step !== 'plan' && isExchangeOnline(found.information)) {
    const last = lookup.attempts.find(({ url }) => url.startsWith('http:'));
    return {
      verdict: 'info',
      summary: `${fact}; "${host}" shows the cloud’s own certificate.`,
      cause:
        'Exchange Online has no certificate for its customers’ domains. The lookup passes over it to an http redirect on port 80, which ' +
        `brought nothing here${last === undefined ? '' : `: ${last.url} ${last.words}`}.`,
      fix: 'Set TargetAutodiscoverEpr to Exchange Online’s own host, "autodiscover-s.outlook.com", and the redirect is not needed.',
    };
  }
  const redirected = host === found.url.host ? '' : `, and Exchange follows no redirect from there`;
  const summary = `${fact}; but the certificate of "${host}" is not accepted (${code})${redirected}.`;
  if (code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE') {
    return {
      verdict: 'warn',
      summary,
      cause:
        'The server does not send its intermediate certificate. Windows often fetches it by itself, and Exchange then connects; behind a ' +
        'proxy, or where the authority is a private one, it does not.',
      fix: 'Install the intermediate certificates on the server or load balancer.',
    };
  }
  return {
    verdict: 'warn',
    summary,
    cause: 'The federation is set up, but Exchange makes no connection to a server whose certificate does not fit.',
    fix: 'Put the certificate right: see the certificate checks.',
  };
}

/** The answer came from another place than the plan states; what the plan's own URL said decides. */
function judgeElsewhere(lookup: FederationLookup, found: FoundInformation, fact: string): Partial<Judgement> {
  const atPlan = lookup.attempts.filter(({ step }) => step === 'plan');
  const said = atPlan.map(({ url, words }) => `${url} ${words}`).join('; ');
  const summary = `${fact}. At the plan’s own Autodiscover URL: ${said}.`;
  if (!atPlan.every(({ decided }) => decided)) {
    return {
      verdict: 'info',
      summary,
      cause: 'Whether the plan’s URL would give the same answer could not be determined.',
      fix: 'Look at the other checks first, then run this one again.',
    };
  }
  return {
    verdict: 'warn',
    summary,
    cause: 'A relationship that names the plan’s URL as TargetAutodiscoverEpr depends on that server, wherever else the answer stands.',
    fix: `Repair the server at the plan’s URL, or state "${httpUrlText(found.url)}" in the plan.`,
  };
}

function judgeSilence(context: CheckContext, lookup: FederationLookup): Judgement {
  const stated = statedAutodiscover(context.subject);
  const tried = lookup.attempts.map((attempt) => `${attempt.url} ${attempt.words}`).join('; ');
  const passedOver = stated.kind === 'unreadable' ? ` ${stated.words}.` : '';
  const summary =
    `No federation information for "${context.subject.domain}" was found: ${tried === '' ? 'nothing could be asked' : tried}.${passedOver}`;
  if (lookup.attempts.length > 0 && lookup.attempts.every((attempt) => attempt.decided)) {
    return { verdict: 'fail', summary, ...lookupCause(lookup.attempts) };
  }
  return {
    verdict: 'unknown',
    summary,
    cause: 'At least one place that may hold the answer could not be asked, or did not say enough.',
    fix: 'Look at the checks of DNS, port 443 and TLS first, then run this one again.',
  };
}
