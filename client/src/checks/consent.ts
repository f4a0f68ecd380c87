import * as vscode from 'vscode';
import type { CheckedDomain } from '../../../server/src/protocol/messages.ts';
import type { PracticePartner } from '../practicePartner.ts';
import type { AgreedRun, ChecksStore } from './checksStore.ts';
import type { PlanChecks, Scope } from './planChecks.ts';
import { environmentRoute } from './routeName.ts';

/**
 * Asks before the first run on a domain and names the hosts that will be contacted. Resolves to what was agreed to, exactly;
 * undefined where the user declines.
 */
export type Consent = (store: ChecksStore, plan: PlanChecks, scope: Scope | undefined) => Promise<AgreedRun | undefined>;

type Asked = CheckedDomain & { readonly organization: string };

const remembered = 'exchangeFederation.consented';

export function consent(context: vscode.ExtensionContext, partner: PracticePartner): Consent {
  // The practice partner is on this machine, and its name servers are others at each start: remembered for this session only.
  const practised = new Set<string>();

  return async (store, plan, scope) => {
    for (;;) {
      await store.refresh(plan);
      const way = partner.running;
      const domains = plan.domains(scope);
      const given = new Set(context.workspaceState.get<string[]>(remembered, []));
      // A host that was not named then is named now: the answer was given for hosts, not for a name.
      const isGiven = (domain: Asked): boolean => (way === undefined ? given.has(answer(domain)) : practised.has(domain.name));
      const asked = domains.filter((domain) => !isGiven(domain));
      if (asked.length > 0 && !(await ask(asked, way?.scenario))) return undefined;
      if (way === undefined) await context.workspaceState.update(remembered, [...new Set([...given, ...asked.map(answer)])]);
      else for (const { name } of asked) practised.add(name);
      // While the question stood, the plan or the way may have become another.
      await store.refresh(plan);
      const isSame = partner.running === way && JSON.stringify(plan.domains(scope)) === JSON.stringify(domains);
      if (isSame) return { plan, route: way?.route, agreed: domains.map(({ organization, name, hosts }) => ({ organization, domain: name, hosts: hosts.map(({ host }) => host) })) };
    }
  };
}

/** Remembered for the way out into the network; what was said of the practice partner says nothing of it. */
function answer({ name, hosts }: Asked): string {
  return `${name}: ${hosts.map(({ host }) => host).join(' ')}`;
}

function whereTo(scenario: string | undefined): string {
  if (scenario !== undefined) return `All of it goes to the practice partner on this machine ("${scenario}").`;
  // Such as that of "npm start": the hosts are named as they are asked for, and reached another way.
  const way = environmentRoute === undefined ? '' : `All of it goes by ${environmentRoute}. `;
  return `${way}Asks without credentials and changes nothing.`;
}

/** A pick and no modal dialog: it shows every host however many there are, can be searched, and Escape contacts nobody. */
function ask(domains: readonly Asked[], scenario: string | undefined): Promise<boolean> {
  const pick = vscode.window.createQuickPick();
  const run: vscode.QuickPickItem = {
    label: '$(play) Run Checks',
    detail: whereTo(scenario),
    alwaysShow: true,
  };
  const hosts = [...new Map(domains.flatMap((domain) => domain.hosts).map((each) => [each.host, each])).values()];
  pick.title = `Run live checks of ${[...new Set(domains.map(({ name }) => name))].join(', ')}?`;
  pick.placeholder = 'Enter runs them, Escape contacts nobody';
  pick.ignoreFocusOut = true;
  pick.items = [run, { label: 'will be contacted', kind: vscode.QuickPickItemKind.Separator }, ...hosts.map(({ host, reason }) => ({ label: host, description: reason }))];
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      if (pick.activeItems[0] !== run) return;
      resolve(true);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(false);
      pick.dispose();
    });
    pick.show();
  });
}
