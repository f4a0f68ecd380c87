import * as vscode from 'vscode';
import type { CheckDescription } from '../../../server/src/protocol/checks.ts';
import type { PracticePartner } from '../practicePartner.ts';
import { checkItem, groupIcon, verdictWords, worst } from './checkItem.ts';
import type { ChecksStore } from './checksStore.ts';
import type { PlanChecks, Target } from './planChecks.ts';
import { routeName } from './routeName.ts';

/** A row: an organization, a domain of it, or a check of a domain. */
export type Row = { readonly kind: 'organization'; readonly id: string } | { readonly kind: 'domain'; readonly target: Target } | { readonly kind: 'check'; readonly target: Target; readonly check: CheckDescription };

/** The view "Federation Checks": organizations, their domains, and the checks of each. */
export function registerChecksView(context: vscode.ExtensionContext, store: ChecksStore, partner: PracticePartner): void {
  const changed = new vscode.EventEmitter<undefined>();
  const view = vscode.window.createTreeView<Row>('exchangeFederation.checks', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (row) => (store.plan === undefined ? [] : children(store.plan, row)),
      getTreeItem: (row) => (store.plan === undefined ? new vscode.TreeItem('') : item(store.plan, row)),
    },
  });
  const setContext = (name: string, value: boolean): void => void vscode.commands.executeCommand('setContext', `exchangeFederation.${name}`, value);

  function update(): void {
    const { plan } = store;
    const failed = plan?.results().filter(({ verdict }) => verdict === 'fail').length ?? 0;
    view.badge = failed === 0 ? undefined : { value: failed, tooltip: `${failed} checks failed` };
    view.description = plan?.target?.domain ?? 'all domains';
    // The editor leaves a view's description out where the view is alone in its container, so the message says it too.
    view.message = [...routeName(partner), ...(plan?.target === undefined ? [] : [plan.target.domain]), ...progress(plan)].join(' – ');
    setContext('running', plan?.runId !== undefined);
    setContext('practice', partner.running !== undefined);
    setContext('hasPlan', plan !== undefined);
    setContext('hasNoDomain', plan?.isRead === true && plan.organizations.length === 0);
    changed.fire(undefined);
  }

  context.subscriptions.push(changed, view, store.onChange(update), partner.onChange(update));
  update();
}

function children(plan: PlanChecks, row: Row | undefined): Row[] {
  const { target } = plan;
  if (row === undefined) return plan.organizations.filter(({ id }) => target === undefined || id === target.organization).map(({ id }): Row => ({ kind: 'organization', id }));
  if (row.kind === 'organization') {
    return plan
      .domains(target ?? { organization: row.id })
      .filter(({ organization }) => organization === row.id)
      .map(({ name }): Row => ({ kind: 'domain', target: { organization: row.id, domain: name } }));
  }
  return row.kind === 'domain' ? plan.checks.map((check): Row => ({ kind: 'check', target: row.target, check })) : [];
}

function item(plan: PlanChecks, row: Row): vscode.TreeItem {
  if (row.kind === 'check') return checkItem(row.target, row.check, plan.state(row.target, row.check.id));
  const own = row.kind === 'domain' ? plan.resultsOf(row.target) : plan.domains({ organization: row.id }).flatMap(({ name }) => plan.resultsOf({ organization: row.id, domain: name }));
  const verdict = worst(own);
  const name = row.kind === 'organization' ? row.id : row.target.domain;
  const treeItem = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  treeItem.id = row.kind === 'organization' ? row.id : `${row.target.organization}/${row.target.domain}`;
  treeItem.contextValue = row.kind;
  const role = row.kind === 'organization' ? (plan.organizations.find(({ id }) => id === row.id)?.role ?? '') : '';
  treeItem.description = [role, verdict === undefined ? '' : verdictWords[verdict]].filter((part) => part !== '').join(', ');
  treeItem.iconPath = row.kind === 'organization' ? new vscode.ThemeIcon('organization') : (groupIcon(verdict) ?? new vscode.ThemeIcon('globe'));
  treeItem.accessibilityInformation = { label: `${row.kind} ${name}, ${treeItem.description}` };
  if (row.kind === 'domain') {
    const diagnoses = plan.diagnoses(row.target);
    // Text and never markup, as with all that results say.
    if (diagnoses.length > 0) treeItem.tooltip = new vscode.MarkdownString().appendText(diagnoses.map(({ cause, fix }) => `${cause} ${fix}`).join('\n\n'));
    const [likely] = diagnoses;
    if (likely !== undefined) treeItem.description = `${treeItem.description}: ${likely.cause}`;
    treeItem.accessibilityInformation = { label: `${row.kind} ${name}, ${treeItem.description}` };
  }
  return treeItem;
}

function progress(plan: PlanChecks | undefined): string[] {
  if (plan?.runId !== undefined) return ['running …'];
  if (plan?.lastRun === undefined) return [];
  const count = (verdict: keyof typeof verdictWords): string[] => {
    const number = plan.results().filter((result) => result.verdict === verdict).length;
    return number === 0 ? [] : [`${number} ${verdictWords[verdict]}`];
  };
  const time = plan.lastRun.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return [`last run ${time}: ${[...count('pass'), ...count('info'), ...count('warn'), ...count('fail'), ...count('unknown'), ...count('skipped')].join(', ')}`];
}
