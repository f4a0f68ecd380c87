import { CodeActionKind, type ClientCapabilities, type CodeAction, type Connection, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, QuickFix } from '../service/finding.ts';
import type { LanguageService, ReadPlan } from '../service/index.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { HelpPage } from './helpPages.ts';
import type { OpenPlans } from './openPlans.ts';
import { toTextEdit } from './ranges.ts';
import { runSafe } from './runSafe.ts';
import type { SettingsSource } from './settings.ts';
import { sourceActions } from './sourceActions.ts';

/** Quick fixes of the findings that touch the range, other ways to write the call there, and on request the actions on the whole plan. */
export function registerCodeActions(connection: Connection, plans: OpenPlans, service: LanguageService, settings: SettingsSource, client: () => ClientCapabilities, helpPage: HelpPage): void {
  connection.onCodeAction((params, token) =>
    runSafe(connection, 'code action', [], token, async () => {
      const { uri } = params.textDocument;
      const { rules } = await settings.read(uri);
      const open = plans.read(uri);
      const only = params.context.only;
      const profile = plans.profileDocument(uri);
      if (profile !== undefined) return quickFixes(profile, plans.profiles.findings(profile), params.range, ({ fixes }) => fixes, helpPage);
      const powershell = plans.powershellFile(uri);
      if (powershell !== undefined) return quickFixes(powershell, service.judgePowershellFile(powershell.getText(), rules), params.range, ({ fixes }) => fixes, helpPage);
      if (open === undefined) return [];
      const { document, plan } = open;
      const findings = service.judge(plan, rules);
      const isWanted = (kind: string): boolean => only?.some((each) => kind === each || kind.startsWith(`${each}.`)) ?? true;
      return [
        ...(isWanted(CodeActionKind.QuickFix) ? quickFixes(document, findings, params.range, (finding) => service.fixes(plan, finding), helpPage) : []),
        ...(isWanted(CodeActionKind.RefactorRewrite) ? rewritings(document, plan, params.range, service) : []),
        ...(only === undefined ? [] : sourceActions(document, plan, findings, only, service, client())),
      ];
    }),
  );
}

function quickFixes(document: TextDocument, findings: readonly Finding[], wanted: Range, fixesOf: (finding: Finding) => readonly QuickFix[], helpPage: HelpPage): CodeAction[] {
  const start = document.offsetAt(wanted.start);
  const end = document.offsetAt(wanted.end);
  return findings
    .filter(({ range }) => range.start <= end && start <= range.end)
    .flatMap((finding) =>
      fixesOf(finding).map(
        (fix): CodeAction => ({
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          isPreferred: fix.preferred,
          diagnostics: [toDiagnostic(document, finding, helpPage)],
          // With its version, so that an edit never meets another text than it was made for.
          edit: { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: fix.edits.map((edit) => toTextEdit(document, edit)) }] },
        }),
      ),
    );
}

function rewritings(document: TextDocument, plan: ReadPlan, selected: Range, service: LanguageService): CodeAction[] {
  return service.refactors(plan, { start: document.offsetAt(selected.start), end: document.offsetAt(selected.end) }).map(
    ({ title, edits }): CodeAction => ({
      title,
      kind: CodeActionKind.RefactorRewrite,
      edit: { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: edits.map((edit) => toTextEdit(document, edit)) }] },
    }),
  );
}
