/** Why a lookup that is decided came to nothing: by what answered in the place of Autodiscover. */
import type { LookupAttempt } from '../probes/federationLookup.ts';
import type { AnswerKind } from '../wire/httpAnswer.ts';
import type { Outcome } from '../engine/check.ts';

type Words = Required<Pick<Outcome, 'cause' | 'fix'>>;

const login: Words = {
  cause: 'A device in front of Exchange wants a login of its own; the federation’s question is anonymous and ends there.',
  fix: 'Publish /autodiscover/autodiscover.svc without pre-authentication (pass-through).',
};

const byKind: Readonly<Partial<Record<AnswerKind, Words>>> = {
  preAuthentication: login,
  loginRedirect: login,
  basicOnly: login,
  wantsCredentials: login,
  windowsAuthentication: login,
  forbidden: {
    cause: 'The publisher forbids the path, wants a client certificate, or lets known networks and programs in only.',
    fix: 'Publish /autodiscover/autodiscover.svc without pre-authentication, to your outgoing addresses at least.',
  },
  handlerMissing: {
    cause: 'What answers takes no POST: the handler for .svc files (svc-Integrated) is missing in IIS (KB 2773628), or it is not Exchange.',
    fix: 'On the server: ServiceModelReg.exe -r, then check the handler mappings; or lead the name to the client access servers.',
  },
  hostUnknown: {
    cause: 'The web server behind the address has no site for this host name: the name leads to another server, or its binding is missing.',
    fix: 'Correct the address in DNS, or the binding of the site in IIS.',
  },
};

const otherwise: Words = {
  cause:
    'Autodiscover is not published, a web site or a login page answers in its place, or it stands at a host that this ' +
    'lookup does not try (one found by an SRV record, for instance).',
  fix:
    'Publish /autodiscover/autodiscover.svc at the "autodiscover." host without pre-authentication, or state the ' +
    'Autodiscover URL in the plan and set TargetAutodiscoverEpr in the organization relationship.',
};

/** What answers at the plan's URL, else at the usual host, tells; the web site at the domain itself does not. */
export function lookupCause(attempts: readonly LookupAttempt[]): Words {
  const telling = attempts.filter(({ step }) => step === 'plan' || step === 'autodiscover');
  return telling.map(({ kind }) => (kind === undefined ? undefined : byKind[kind])).find((words) => words !== undefined) ?? otherwise;
}
