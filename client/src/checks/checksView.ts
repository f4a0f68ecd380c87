import * as vscode from 'vscode';
import type { CheckDescription } from '../../../server/src/protocol/checks.ts';
import type { PracticePartner } from '../practicePartner.ts';
import { checkItem, groupIcon, verdictWords, worst } from './checkItem.ts';
import type { ChecksStore, Target } from './checksStore.ts';

/** A row: an organization, a domain of it, or a check of a domain. */
export type Row = { readonly kind: 'organization'; readonly id: string } | { readonly kind: 'domain'; readonly target: Target } | { readonly kind: 'check'; readonly target: Target; readonly check: CheckDescription };

/** The view "Federation Checks": organizations, their domains, and the checks of each. */
export function registerChecksView(context: vscode.ExtensionContext, store: ChecksStore, partner: PracticePartner): void {
  const changed = new vscode.EventEmitter<undefined>();
  const view = vscode.window.createTreeView<Row>('exchangeFederation.checks', {
    showCollapseAll: true,
    treeDataProvider: { onDidChangeTreeData: changed.event, getChildren: (row) => children(store, row), getTreeItem: (row) => item(store, row) },
  });

  function update(): void {
    const results = store.results();
    const failed = results.filter(({ verdict }) => verdict === 'fail').length;
    view.badge = failed === 0 ? undefined : { value: failed, tooltip: `${failed} checks failed` };
    view.description = store.target?.domain ?? 'all domains';
    view.message = [...routeName(partner), ...target(store), ...progress(store)].join(' – ');
    void vscode.commands.executeCommand('setContext', 'exchangeFederation.running', store.isRunning);
    void vscode.commands.executeCommand('setContext', 'exchangeFederation.practice', partner.running !== undefined);
    void vscode.commands.executeCommand('setContext', 'exchangeFederation.hasPlan', store.plan !== undefined);
    void vscode.commands.executeCommand('setContext', 'exchangeFederation.hasNoDomain', store.isRead && store.organizations.length === 0);
    changed.fire(undefined);
  }

  context.subscriptions.push(changed, view, store.onChange(update), partner.onChange(update));
  update();
}

function children(store: ChecksStore, row: Row | undefined): Row[] {
  const { target } = store;
  if (row === undefined) return store.organizations.filter(({ id }) => target === undefined || id === target.organization).map(({ id }): Row => ({ kind: 'organization', id }));
  if (row.kind === 'organization') {
    const domains = store.organizations.find(({ id }) => id === row.id)?.domains ?? [];
    return domains.filter(({ name }) => target === undefined || name === target.domain).map(({ name }): Row => ({ kind: 'domain', target: { organization: row.id, domain: name } }));
  }
  return row.kind === 'domain' ? store.checks.map((check): Row => ({ kind: 'check', target: row.target, check })) : [];
}

function item(store: ChecksStore, row: Row): vscode.TreeItem {
  if (row.kind === 'check') return checkItem(row.target, row.check, store.state(row.target, row.check.id));
  const own = store.results().filter(({ organization, domain }) => (row.kind === 'organization' ? organization === row.id : organization === row.target.organization && domain === row.target.domain));
  const verdict = worst(own);
  const name = row.kind === 'organization' ? row.id : row.target.domain;
  const treeItem = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  treeItem.id = row.kind === 'organization' ? row.id : `${row.target.organization}/${row.target.domain}`;
  treeItem.contextValue = row.kind;
  const role = row.kind === 'organization' ? (store.organizations.find(({ id }) => id === row.id)?.role ?? '') : '';
  treeItem.description = [role, verdict === undefined ? '' : verdictWords[verdict]].filter((part) => part !== '').join(', ');
  treeItem.iconPath = row.kind === 'organization' ? new vscode.ThemeIcon('organization') : (groupIcon(verdict) ?? new vscode.ThemeIcon('globe'));
  treeItem.accessibilityInformation = { label: `${row.kind} ${name}, ${treeItem.description}` };
  return treeItem;
}

function progress(store: ChecksStore): string[] {
  if (store.isRunning) return ['running …'];
  if (store.lastRun === undefined) return [];
  const results = store.results();
  const count = (verdict: keyof typeof verdictWords): string[] => {
    const number = results.filter((result) => result.verdict === verdict).length;
    return number === 0 ? [] : [`${number} ${verdictWords[verdict]}`];
  };
  const time = store.lastRun.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return [`last run ${time}: ${[...count('pass'), ...count('info'), ...count('warn'), ...count('fail'), ...count('unknown'), ...count('skipped')].join(', ')}`];
}

/** The editor leaves a view's description out where the view is alone in its container, so the message says it too. */
function target(store: ChecksStore): string[] {
  return store.target === undefined ? [] : [store.target.domain];
}

/** The name of the route that the editor was started with. */
const environmentRoute = nameOfRoute(process.env.FEDPLAN_ROUTE);

function nameOfRoute(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    const { name } = JSON.parse(text) as { name?: unknown };
    if (typeof name === 'string') return name;
  } catch {
    // The server says what is wrong with it when a run wants it.
  }
  return 'route of FEDPLAN_ROUTE';
}

/** Where the packets go, when they do not go out: it must never look like the partner's own answers. */
function routeName(partner: PracticePartner): string[] {
  if (partner.running !== undefined) return [`practice partner "${partner.running.scenario}"`];
  return environmentRoute === undefined ? [] : [environmentRoute];
}
