import * as vscode from 'vscode';
import type { CheckDescription, CheckResult, Verdict } from '../../../server/src/protocol/checks.ts';
import type { CheckState, Target } from './planChecks.ts';

export const verdictWords: Readonly<Record<Verdict, string>> = { pass: 'passed', warn: 'warning', fail: 'failed', info: 'information', unknown: 'unknown', skipped: 'skipped' };

const icons: Readonly<Record<Verdict, readonly [icon: string, color?: string]>> = {
  pass: ['pass', 'testing.iconPassed'],
  warn: ['warning', 'list.warningForeground'],
  fail: ['error', 'testing.iconFailed'],
  info: ['info'],
  unknown: ['question'],
  skipped: ['circle-slash'],
};

/** A row of the tree for one check: state, time, and its evidence in the tooltip. */
export function checkItem(target: Target, check: CheckDescription, state: CheckState): vscode.TreeItem {
  const item = new vscode.TreeItem(check.title, vscode.TreeItemCollapsibleState.None);
  item.id = `${target.organization}/${target.domain}/${check.id}`;
  item.contextValue = state.result === undefined ? 'check' : 'checkWithResult';
  item.description = describe(state);
  item.iconPath = icon(state);
  item.tooltip = tooltip(check, state);
  // A screen reader hears the state in words, behind the name.
  item.accessibilityInformation = { label: `${check.title} of ${target.domain}, ${item.description}` };
  if (state.result !== undefined) item.command = { command: 'exchangeFederation.openEvidence', title: 'Open Evidence', arguments: [{ target, check: check.id }] };
  return item;
}

function describe({ running, result, stale }: CheckState): string {
  if (running) return 'running';
  if (result === undefined) return 'not run';
  return `${stale ? 'before the last change: ' : ''}${verdictWords[result.verdict]}, ${Math.round(result.elapsedMs)} ms – ${result.summary}`;
}

function icon({ running, result, stale }: CheckState): vscode.ThemeIcon {
  if (running) return new vscode.ThemeIcon('loading~spin');
  if (result === undefined) return new vscode.ThemeIcon('circle-outline');
  if (stale) return new vscode.ThemeIcon('history');
  const [name, color] = icons[result.verdict];
  return new vscode.ThemeIcon(name, color === undefined ? undefined : new vscode.ThemeColor(color));
}

function tooltip(check: CheckDescription, { result }: CheckState): vscode.MarkdownString {
  // What comes from the network is text, never markup: nothing of it is trusted to link, load or run.
  const text = new vscode.MarkdownString();
  text.appendMarkdown(`**${check.title}**\n\n`).appendText(check.asks);
  if (result === undefined) return text;
  for (const line of [result.summary, result.cause, result.fix]) if (line !== undefined) text.appendMarkdown('\n\n').appendText(line);
  for (const { question, via, answer } of result.evidence.slice(0, 4)) text.appendMarkdown('\n\n---\n\n').appendText(`${question}\n${via}\n${answer}`);
  return text;
}

const order: readonly Verdict[] = ['fail', 'warn', 'unknown', 'pass', 'info', 'skipped'];

/** The worst verdict of several, for the row above them. */
export function worst(results: readonly CheckResult[]): Verdict | undefined {
  return order.find((verdict) => results.some((result) => result.verdict === verdict));
}

export function groupIcon(verdict: Verdict | undefined): vscode.ThemeIcon | undefined {
  if (verdict === undefined) return undefined;
  const [name, color] = icons[verdict];
  return new vscode.ThemeIcon(name, color === undefined ? undefined : new vscode.ThemeColor(color));
}
