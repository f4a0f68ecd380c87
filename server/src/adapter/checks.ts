import { NotificationType, RequestType, ResponseError, type Connection } from 'vscode-languageserver';
import { checkCatalogue, hostsToContact, questionsText } from '../checks/index.ts';
import type { CheckRequest, CheckSubject } from '../protocol/checks.ts';
import {
  checkEventsNotification,
  checkTargetsRequest,
  runChecksRequest,
  stopChecksNotification,
  type CheckEventsParams,
  type CheckTargets,
  type CheckTargetsParams,
  type RunChecksParams,
  type RunChecksResult,
  type StopChecksParams,
} from '../protocol/messages.ts';
import type { Route } from '../protocol/route.ts';
import type { Settings } from '../protocol/settings.ts';
import type { LanguageService, ReadPlan } from '../service/index.ts';
import type { CheckResults } from './checkResults.ts';
import type { Environment } from './environment.ts';
import type { OpenPlans } from './openPlans.ts';
import { runSafe } from './runSafe.ts';
import type { SettingsSource } from './settings.ts';

/** The run could not be made; its message is for the user. */
const cannotRun = -32_000;

/** Live checks of the domains of an open plan. Nothing is dialled but for a run that the client asks for. */
export function registerChecks(connection: Connection, plans: OpenPlans, service: LanguageService, results: CheckResults, settings: SettingsSource, environment: Environment): void {
  /** Runs from their request to their answer; one that is stopped before it has begun does not begin. */
  const runs = new Map<string, { readonly uri: string; stopped: boolean }>();

  function stop(runId: string): void {
    const run = runs.get(runId);
    if (run === undefined) return;
    run.stopped = true;
    environment.checks.stop(runId);
  }

  connection.onRequest(new RequestType<CheckTargetsParams, CheckTargets | null, void>(checkTargetsRequest), ({ uri, route }, token) =>
    runSafe(connection, 'check targets', null, token, async () => {
      const checks = withProxy((await settings.read(uri)).checks, environment);
      const open = plans.read(uri);
      return open === undefined ? null : targetsOf(open.plan, service, { ...wayOf(route, environment), settings: checks });
    }),
  );

  async function run(params: RunChecksParams): Promise<RunChecksResult> {
    const { uri, runId, only, agreed } = params;
    const state = { uri, stopped: false };
    runs.set(runId, state);
    try {
      const checks = withProxy((await settings.read(uri)).checks, environment);
      const { resolvers, innerResolvers, extraCaFile, direct: _direct, ...limits } = checks;
      const way = wayOf(params.route, environment);
      const open = plans.read(uri);
      if (open === undefined) throw new Error('The plan is not open any more. Open it and run the checks again.');
      const subjects = agreedSubjects(service.checkSubjects(open.plan), agreed, { ...way, settings: checks });
      if (state.stopped) return { stopped: true };
      const request: CheckRequest = { subjects, settings: limits, ...(only === undefined ? {} : { only }), ...way };
      const { stopped } = await environment.checks.run({ runId, request, resolvers, innerResolvers, extraCaFile }, (events) => {
        const finished = events.flatMap((event) => (event.kind === 'finished' ? [event.result] : []));
        const now = finished.length === 0 ? undefined : plans.read(uri);
        if (now !== undefined) results.add(uri, finished, now.plan);
        void connection.sendNotification(new NotificationType<CheckEventsParams>(checkEventsNotification), { uri, runId, events });
      });
      return { stopped };
    } finally {
      runs.delete(runId);
    }
  }

  connection.onRequest(new RequestType<RunChecksParams, RunChecksResult, void>(runChecksRequest), async (params, token) => {
    token.onCancellationRequested(() => stop(params.runId));
    try {
      return await run(params);
    } catch (error) {
      // An empty answer would look as if all were well.
      const message = error instanceof Error ? error.message : String(error);
      connection.console.error(`run checks: ${message}`);
      return new ResponseError<never>(cannotRun, message);
    }
  });

  connection.onNotification(new NotificationType<StopChecksParams>(stopChecksNotification), ({ runId }) => stop(runId));
  plans.documents.onDidClose(({ document }) => {
    for (const [runId, { uri }] of runs) if (uri === document.uri) stop(runId);
  });
}

interface Way {
  readonly route?: Route;
  readonly settings: Settings['checks'];
}

/** The environment's proxy is taken where no setting speaks of one. */
function withProxy(checks: Settings['checks'], environment: Environment): Settings['checks'] {
  const proxy = checks.proxy ?? (checks.direct === true ? undefined : environment.proxy());
  return proxy === undefined ? checks : { ...checks, proxy };
}

function wayOf(route: Route | undefined, environment: Environment): { readonly route?: Route } {
  const taken = route ?? environment.route();
  return taken === undefined ? {} : { route: taken };
}

function hostsOf(subject: CheckSubject, way: Way): ReturnType<typeof hostsToContact> {
  return hostsToContact({ subjects: [subject], ...way }, way.settings.resolvers, way.settings.innerResolvers);
}

/** What the user has agreed to, as the plan states it now. Refused where the plan has changed meanwhile and names other hosts. */
function agreedSubjects(subjects: readonly CheckSubject[], agreed: RunChecksParams['agreed'], way: Way): CheckSubject[] {
  return agreed.map(({ organization, domain, hosts }) => {
    const subject = subjects.find((each) => each.organization === organization && each.domain === domain);
    const other = subject === undefined ? domain : hostsOf(subject, way).find(({ host }) => !hosts.includes(host))?.host;
    if (subject === undefined || other !== undefined) throw new Error(`The plan has changed since the checks were agreed to ("${other ?? domain}"). Run them again.`);
    return subject;
  });
}

function targetsOf(plan: ReadPlan, service: LanguageService, way: Way): CheckTargets {
  const subjects = service.checkSubjects(plan);
  const organizations = plan.model.organizations.flatMap(({ id, role }) => {
    const own = subjects.filter(({ organization }) => organization === id);
    if (own.length === 0) return [];
    return [{ id, role: role ?? '', domains: own.map((subject) => ({ name: subject.domain, hosts: hostsOf(subject, way) })) }];
  });
  return { checks: checkCatalogue, organizations, partnerQuestions: questionsText('{domain}') };
}
