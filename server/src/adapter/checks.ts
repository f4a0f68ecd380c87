import { NotificationType, RequestType, type Connection } from 'vscode-languageserver';
import { checkCatalogue, hostsToContact } from '../checks/index.ts';
import type { CheckRequest } from '../protocol/checks.ts';
import {
  checkEventNotification,
  checkTargetsRequest,
  runChecksRequest,
  stopChecksNotification,
  type CheckEventParams,
  type CheckTargets,
  type CheckTargetsParams,
  type RunChecksParams,
  type RunChecksResult,
  type StopChecksParams,
} from '../protocol/messages.ts';
import type { LanguageService, ReadPlan } from '../service/index.ts';
import type { CheckResults } from './checkResults.ts';
import type { Environment } from './environment.ts';
import type { OpenPlans } from './openPlans.ts';
import { runSafe } from './runSafe.ts';
import type { SettingsSource } from './settings.ts';

const nothing: RunChecksResult = { stopped: false, results: [] };

/** Live checks of the domains of an open plan. Nothing is dialled but for a run that the client asks for. */
export function registerChecks(connection: Connection, plans: OpenPlans, service: LanguageService, results: CheckResults, settings: SettingsSource, environment: Environment): void {
  connection.onRequest(new RequestType<CheckTargetsParams, CheckTargets | null, void>(checkTargetsRequest), ({ uri }, token) =>
    runSafe(connection, 'check targets', null, token, () => {
      const open = plans.read(uri);
      return open === undefined ? null : targetsOf(open.plan, service);
    }),
  );

  connection.onRequest(new RequestType<RunChecksParams, RunChecksResult, void>(runChecksRequest), (params, token) =>
    runSafe(connection, 'run checks', nothing, token, async () => {
      const open = plans.read(params.uri);
      if (open === undefined) return nothing;
      const { checks } = await settings.read(params.uri);
      const { resolvers, extraCaFile, ...limits } = checks;
      const request: CheckRequest = {
        subjects: service.checkSubjects(open.plan).filter(({ organization, domain }) => isWanted(params.organization, organization) && isWanted(params.domain, domain)),
        settings: limits,
        ...(params.only === undefined ? {} : { only: params.only }),
        ...routeOf(params, environment),
      };
      token.onCancellationRequested(() => environment.checks.stop(params.runId));
      return environment.checks.run({ runId: params.runId, request, resolvers, extraCaFile }, (event) => {
        if (event.kind === 'finished') results.add(params.uri, event.result);
        void connection.sendNotification(new NotificationType<CheckEventParams>(checkEventNotification), { uri: params.uri, runId: params.runId, event });
      });
    }),
  );

  connection.onNotification(new NotificationType<StopChecksParams>(stopChecksNotification), ({ runId }) => environment.checks.stop(runId));
}

function isWanted(wanted: string | undefined, name: string): boolean {
  return wanted === undefined || wanted === name;
}

function routeOf(params: RunChecksParams, environment: Environment): Pick<CheckRequest, 'route'> {
  const route = params.route ?? environment.route;
  return route === undefined ? {} : { route };
}

function targetsOf(plan: ReadPlan, service: LanguageService): CheckTargets {
  const subjects = service.checkSubjects(plan);
  const organizations = plan.model.organizations.flatMap(({ id, role }) => {
    const own = subjects.filter(({ organization }) => organization === id);
    if (own.length === 0) return [];
    return [{ id, role: role ?? '', domains: own.map((subject) => ({ name: subject.domain, hosts: hostsToContact({ subjects: [subject] }) })) }];
  });
  return { checks: checkCatalogue, organizations };
}
