import * as vscode from 'vscode';
import type { CheckId, CheckResult } from '../../../server/src/protocol/checks.ts';
import { verdictWords } from './checkItem.ts';
import type { ChecksStore } from './checksStore.ts';
import type { Target } from './planChecks.ts';

export interface EvidenceArguments {
  readonly target: Target;
  readonly check: CheckId;
}

const scheme = 'federation-evidence';

/** Command "Open Evidence": a result with all its questions and answers, as a read-only document. */
export function registerEvidence(context: vscode.ExtensionContext, store: ChecksStore): void {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const shown = new Map<string, EvidenceArguments>();
  context.subscriptions.push(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => {
        const of = shown.get(uri.toString());
        const result = of === undefined ? undefined : store.plan?.state(of.target, of.check).result;
        return result === undefined ? 'This check has no result yet. Run it again.\n' : evidenceText(result, store.plan?.checks.find(({ id }) => id === result.check)?.title ?? result.check);
      },
    }),
    vscode.commands.registerCommand('exchangeFederation.openEvidence', async (of: EvidenceArguments | { readonly target: Target; readonly check: { readonly id: CheckId } }) => {
      const check = typeof of.check === 'string' ? of.check : of.check.id;
      const uri = vscode.Uri.from({ scheme, path: `/${of.target.domain} ${check}.txt`, query: of.target.organization });
      shown.set(uri.toString(), { target: of.target, check });
      changed.fire(uri);
      await vscode.window.showTextDocument(uri, { preview: true });
    }),
    store.onChange(() => {
      for (const uri of shown.keys()) changed.fire(vscode.Uri.parse(uri));
    }),
  );
}

function evidenceText(result: CheckResult, title: string): string {
  const lines = [
    `${title} of ${result.domain} (${result.organization})`,
    `${verdictWords[result.verdict]}: ${result.summary}`,
    '',
    `Started ${result.startedAt}, took ${Math.round(result.elapsedMs)} ms. Check ${result.check}${result.guidance.length === 0 ? '' : `, guidance ${result.guidance.join(', ')}`}.`,
  ];
  for (const { question, via, answer, elapsedMs } of result.evidence) lines.push('', `Asked: ${question}`, `By:    ${via}`, `Came:  ${answer}`, `Took:  ${Math.round(elapsedMs)} ms`);
  if (result.cause !== undefined) lines.push('', `Cause: ${result.cause}`);
  if (result.fix !== undefined) lines.push('', `To do: ${result.fix}`);
  if (result.doesNotProve !== undefined) lines.push('', `This does not prove: ${result.doesNotProve}`);
  return `${lines.join('\n')}\n`;
}
