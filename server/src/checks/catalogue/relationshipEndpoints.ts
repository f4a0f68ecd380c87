import type { StatedRelationship } from '../../protocol/checks.ts';
import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { readHttpUrl, shownUrl, type HttpUrl } from '../wire/httpUrl.ts';
import type { WsSecurityService } from '../wire/wsSecurity.ts';
import { cloudReason, probeWsSecurity } from './wsSecurity.ts';

/** E1: do the endpoints that the plan's relationships aim at take the federation's tokens, as they are written? */
export const relationshipEndpoints: Check = {
  id: 'E1',
  title: 'Endpoints of the relationships',
  group: 'WSSecurity',
  asks:
    'A SOAP message without a token to each TargetAutodiscoverEpr that the plan’s relationships to this organization state, as it is written, and to ' +
    'each TargetSharingEpr with /WSSecurity appended, as Exchange does; the certificates of hosts that C1–C8 do not look at.',
  guidance: ['G42'],
  needs: [],
  considers: ['F1', 'N1'],
  run,
};

const worstFirst = ['fail', 'warn', 'unknown', 'info', 'pass', 'skipped'] as const;
/** A plan states one or two; what lies beyond is not asked. */
const mostEndpoints = 6;

interface StatedTarget {
  readonly relationship: string;
  readonly parameter: 'TargetAutodiscoverEpr' | 'TargetSharingEpr';
  readonly text: string;
}

async function run(context: CheckContext): Promise<Outcome> {
  const targets = [...new Map((context.subject.relationships ?? []).flatMap(targetsOf).map((target) => [`${target.parameter} ${target.text}`, target])).values()];
  const about = 'domain';
  if (targets.length === 0) {
    const summary = `Skipped because no relationship of the plan states an endpoint for "${context.subject.domain}": its caller asks Autodiscover (W1, W2).`;
    return { verdict: 'skipped', summary, evidence: [], about };
  }
  const found = (await context.resultOf('F1')).facts.federation?.answer;
  const { endpoint } = (await context.resultOf('N1')).facts;
  const outcomes = await Promise.all(targets.slice(0, mostEndpoints).map((target) => probe(context, target, found, [found?.url.host, endpoint?.host])));
  const verdict = worstFirst.find((each) => outcomes.some((outcome) => outcome.verdict === each)) ?? 'unknown';
  const [worst] = outcomes.filter((outcome) => outcome.verdict === verdict);
  if (worst === undefined) return { verdict: 'unknown', summary: 'No endpoint could be asked.', evidence: [], about };
  return {
    ...worst,
    summary: outcomes.filter((outcome) => outcome.verdict === verdict).map(({ summary }) => summary).join(' '),
    evidence: outcomes.flatMap(({ evidence }) => evidence),
  };
}

function targetsOf({ name, targetAutodiscoverEpr, targetSharingEpr }: StatedRelationship): readonly StatedTarget[] {
  return [
    ...(targetAutodiscoverEpr ? [{ relationship: name, parameter: 'TargetAutodiscoverEpr', text: targetAutodiscoverEpr } as const] : []),
    ...(targetSharingEpr ? [{ relationship: name, parameter: 'TargetSharingEpr', text: targetSharingEpr } as const] : []),
  ];
}

async function probe(context: CheckContext, { relationship, parameter, text }: StatedTarget, found: Parameters<typeof cloudReason>[1], judgedHosts: readonly (string | undefined)[]): Promise<Outcome> {
  const named = `${parameter} of the relationship "${relationship}"`;
  const url = readHttpUrl(text);
  if (url?.secure !== true) {
    return {
      verdict: 'unknown',
      summary: `The ${named}, "${shownUrl(text)}", is not an https address that can be asked.`,
      evidence: [],
      fix: `Correct it in the plan, or leave it out.`,
      about: 'domain',
    };
  }
  const reason = cloudReason(context.subject, found, url.host);
  if (reason !== undefined) return { verdict: 'skipped', summary: reason, evidence: [], about: 'domain' };
  const service: WsSecurityService = parameter === 'TargetSharingEpr' ? 'webServices' : 'autodiscover';
  const asked = parameter === 'TargetSharingEpr' ? withWsSecurity(url) : url;
  const outcome = await probeWsSecurity(context, { service, url: asked, about: 'domain', hostAnswered: found?.url.host === url.host, certificateJudged: judgedHosts.includes(url.host) });
  const summary = `${named}: ${outcome.summary}`;
  const facts = { ...outcome.facts, judgedEndpoint: { parameter, host: url.host } } as const;
  if (outcome.verdict === 'fail' || outcome.verdict === 'warn') return { ...outcome, facts, summary, ...overriding(relationship, parameter, outcome) };
  return { ...outcome, facts, summary };
}

/** Exchange appends the path by itself; written twice it would lead nowhere. */
function withWsSecurity(url: HttpUrl): HttpUrl {
  return /\/wssecurity\/?$/i.test(url.path) ? url : { ...url, path: `${url.path.replace(/\/$/, '')}/WSSecurity` };
}

/** A wrong sharing endpoint stands in the way of a right Autodiscover, and taking it out is the simplest cure. */
function overriding(relationship: string, parameter: string, { cause, fix }: Outcome): Pick<Outcome, 'cause' | 'fix'> {
  const set = `Set-OrganizationRelationship "${relationship}" -${parameter}`;
  if (parameter === 'TargetSharingEpr') {
    return {
      cause: `TargetSharingEpr overrides what Autodiscover says. ${cause ?? ''}`.trim(),
      fix: `Correct it, or empty it so that Autodiscover is asked: ${set} $null. ${fix ?? ''}`.trim(),
    };
  }
  return {
    ...(cause === undefined ? {} : { cause }),
    fix: `Set it to what Get-FederationInformation shows: ${set} <url>. ${fix ?? ''}`.trim(),
  };
}
