import type { Severity } from '../finding.ts';
import type { PlanPath } from '../plan/planPath.ts';
import { replaceValueFix } from './fixes.ts';
import type { PartContext, Rule, RuleFinding } from './rule.ts';

export const targetEndpoints: Rule = {
  code: 'relationship/target-endpoint',
  title: 'A target endpoint that has not the form of one',
  severity: 'warning',
  guidance: ['G42'],
  *checkRelationship({ data, path }, context) {
    yield* judged(context, [...path, 'targetAutodiscoverEpr'], autodiscover(parts(data.targetAutodiscoverEpr)));
    yield* judged(context, [...path, 'targetSharingEpr'], sharing(parts(data.targetSharingEpr)));
  },
};

interface Judgement {
  readonly message: string;
  /** What was probably meant, and whether that is certain. */
  readonly meant?: string;
  readonly certain?: boolean;
  readonly severity?: Severity;
}

function* judged({ plan }: PartContext, path: PlanPath, judgement: Judgement | undefined): Iterable<RuleFinding> {
  const range = judgement === undefined ? undefined : plan.valueRange(path);
  if (judgement === undefined || range === undefined) return;
  const { message, meant, certain = false, severity } = judgement;
  yield { message, range, fixes: meant === undefined ? [] : [replaceValueFix(range, meant, certain)], ...(severity === undefined ? {} : { severity }) };
}

function autodiscover(url: Address | undefined): Judgement | undefined {
  if (url === undefined) return undefined;
  const expected = 'Expected is https://<host>/autodiscover/autodiscover.svc/WSSecurity, as Get-FederationInformation shows it.';
  const meant = `https://${url.host}/autodiscover/autodiscover.svc/WSSecurity`;
  if (url.scheme !== 'https') return { message: `The target's Autodiscover endpoint is not an https address. ${expected}`, meant };
  if (/^\/autodiscover\/autodiscover\.(?:svc|xml)\/?$/i.test(url.path)) return { message: `The target's Autodiscover endpoint does not end in "/WSSecurity", the one that takes the federation's tokens. ${expected}`, meant, certain: true };
  if (/^\/ews\//i.test(url.path)) return { message: `This is the address of Exchange Web Services, not of Autodiscover. ${expected}` };
  return undefined;
}

function sharing(url: Address | undefined): Judgement | undefined {
  if (url === undefined) return undefined;
  const expected = 'Expected is https://<host>/EWS/Exchange.asmx, or nothing: where it is set, it overrides Autodiscover.';
  const meant = `https://${url.host}/EWS/Exchange.asmx`;
  if (url.scheme !== 'https') return { message: `The target's sharing endpoint is not an https address. ${expected}`, meant };
  if (/^\/autodiscover\//i.test(url.path)) return { message: `This is the address of Autodiscover, not of Exchange Web Services. ${expected}` };
  // Exchange appends the path itself; what it does with one that is there already is not documented.
  if (/^\/ews\/exchange\.asmx\/wssecurity\/?$/i.test(url.path)) return { message: `The target's sharing endpoint is written without "/WSSecurity": Exchange appends it. ${expected}`, meant, severity: 'information' };
  return undefined;
}

interface Address {
  readonly scheme: string;
  readonly host: string;
  readonly path: string;
}

/** Undefined for what is no absolute http address, of which nothing more is said. */
function parts(written: string | undefined): Address | undefined {
  const match = /^(https?):\/\/([a-z0-9.-]+(?::[0-9]{1,5})?)(\/[^?#\s]*)?$/i.exec((written ?? '').trim());
  return match === null ? undefined : { scheme: (match[1] ?? '').toLowerCase(), host: match[2] ?? '', path: match[3] ?? '/' };
}
