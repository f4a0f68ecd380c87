import * as vscode from 'vscode';
import type { PracticePartner } from '../practicePartner.ts';
import type { ChecksStore, Target } from './checksStore.ts';

/** Asks before the first run on a domain and names the hosts that will be contacted. Resolves to false where the user declines. */
export type Consent = (store: ChecksStore, target: Target | undefined) => Promise<boolean>;

const remembered = 'exchangeFederation.consented';
const mostShown = 12;

export function consent(context: vscode.ExtensionContext, partner: PracticePartner): Consent {
  return async (store, target) => {
    const given = new Set(context.workspaceState.get<string[]>(remembered, []));
    // A host that was not named then is named now: the answer was given for hosts, not for a name.
    const answer = (domain: string, hosts: readonly { readonly host: string }[]): string => `${domain}: ${hosts.map(({ host }) => host).join(' ')}`;
    const asked = store.domains(target).filter(({ name, hosts }) => !given.has(answer(name, hosts)));
    if (asked.length === 0) return true;
    const hosts = [...new Map(asked.flatMap((domain) => domain.hosts).map((each) => [each.host, each])).values()];
    const lines = hosts.slice(0, mostShown).map(({ host, reason }) => `${host} – ${reason}`);
    if (hosts.length > mostShown) lines.push(`and ${hosts.length - mostShown} more`);
    const route = partner.running === undefined ? [] : ['', `All of it goes to the practice partner on this machine ("${partner.running.scenario}").`];
    const yes = 'Run Checks';
    const choice = await vscode.window.showInformationMessage(
      `Run live checks of ${asked.map(({ name }) => `"${name}"`).join(', ')}?`,
      { modal: true, detail: ['These hosts will be asked, without credentials and without changing anything:', ...lines, ...route].join('\n') },
      yes,
    );
    if (choice !== yes) return false;
    await context.workspaceState.update(remembered, [...given, ...asked.map(({ name, hosts: own }) => answer(name, own))]);
    return true;
  };
}
