import * as vscode from 'vscode';
import type { CheckedDomain } from '../../../server/src/protocol/messages.ts';
import type { PracticePartner } from '../practicePartner.ts';
import type { ChecksStore, Scope } from './checksStore.ts';

/** Asks before the first run on a domain and names the hosts that will be contacted. Resolves to false where the user declines. */
export type Consent = (store: ChecksStore, scope: Scope | undefined) => Promise<boolean>;

const remembered = 'exchangeFederation.consented';

export function consent(context: vscode.ExtensionContext, partner: PracticePartner): Consent {
  return async (store, scope) => {
    const given = new Set(context.workspaceState.get<string[]>(remembered, []));
    // A host that was not named then is named now: the answer was given for hosts, not for a name.
    const answer = ({ name, hosts }: CheckedDomain): string => `${name}: ${hosts.map(({ host }) => host).join(' ')}`;
    const asked = store.domains(scope).filter((domain) => !given.has(answer(domain)));
    if (asked.length === 0) return true;
    if (!(await ask(asked, partner))) return false;
    await context.workspaceState.update(remembered, [...given, ...asked.map(answer)]);
    return true;
  };
}

/** A pick and no modal dialog: it shows every host however many there are, can be searched, and Escape contacts nobody. */
function ask(domains: readonly CheckedDomain[], partner: PracticePartner): Promise<boolean> {
  const pick = vscode.window.createQuickPick();
  const run: vscode.QuickPickItem = {
    label: '$(play) Run Checks',
    detail: partner.running === undefined ? 'Asks without credentials and changes nothing.' : `All of it goes to the practice partner on this machine ("${partner.running.scenario}").`,
    alwaysShow: true,
  };
  const hosts = [...new Map(domains.flatMap((domain) => domain.hosts).map((each) => [each.host, each])).values()];
  pick.title = `Run live checks of ${domains.map(({ name }) => name).join(', ')}?`;
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
