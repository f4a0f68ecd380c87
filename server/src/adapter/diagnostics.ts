import { DiagnosticSeverity, DocumentDiagnosticReportKind, type ClientCapabilities, type Connection, type Diagnostic, type DocumentDiagnosticReport } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity } from '../service/finding.ts';
import type { LanguageService } from '../service/index.ts';
import type { CheckResults } from './checkResults.ts';
import type { HelpPage } from './helpPages.ts';
import type { OpenPlans } from './openPlans.ts';
import { toRange } from './ranges.ts';
import { runSafe } from './runSafe.ts';
import type { SettingsSource } from './settings.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** A document full of findings helps nobody, and the editor grows slow with thousands. */
const mostFindings = 500;

/** Of too many the gravest. */
function foremost(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= mostFindings) return findings;
  const bySeverity = (['error', 'warning', 'information'] as const).flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  return bySeverity.slice(0, mostFindings);
}

export function toDiagnostic(document: TextDocument, finding: Finding, helpPage: HelpPage): Diagnostic {
  const href = helpPage(finding.code);
  return {
    range: toRange(document, finding.range),
    severity: severities[finding.severity],
    code: finding.code,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: finding.code.startsWith('check/') ? 'Federation Checks' : 'Federation Plan',
    message: finding.message,
  };
}

/**
 * Milliseconds after which the rules of the whole of a long plan are asked, counted from the first change that they have not seen: whoever
 * types on does not put them off.
 */
const completedAfter = 50;

/** Milliseconds in which the results of live checks gather: a run of many domains brings hundreds a second, and each look at them is one at the whole plan. */
const renewedAfter = 300;

interface Published {
  readonly version: number;
  readonly diagnostics: Diagnostic[];
  /** False where findings of the whole plan are still those from before the change. */
  readonly isComplete: boolean;
}

export interface DiagnosticsSource {
  /** Call with the client's capabilities when it initializes: who can pull is not pushed to. */
  initialize(capabilities: ClientCapabilities): { readonly pull: boolean };
}

/** Tells what is wrong with a plan, at once after each change, together with the results of its live checks. */
export function registerDiagnostics(connection: Connection, plans: OpenPlans, service: LanguageService, results: CheckResults, settings: SettingsSource, helpPage: HelpPage): DiagnosticsSource {
  const waiting = new Set<string>();
  const completing = new Set<string>();
  const renewing = new Set<string>();
  let pull = false;
  let canRefresh = false;

  async function diagnosticsOf(uri: string, atOnce: boolean): Promise<Published | undefined> {
    const { rules } = await settings.read(uri);
    const profile = plans.profileDocument(uri);
    if (profile !== undefined) return { version: profile.version, diagnostics: plans.profiles.findings(profile).map((finding) => toDiagnostic(profile, finding, helpPage)), isComplete: true };
    const powershell = plans.powershellFile(uri);
    if (powershell !== undefined) return { version: powershell.version, diagnostics: service.judgePowershellFile(powershell.getText(), rules).map((finding) => toDiagnostic(powershell, finding, helpPage)), isComplete: true };
    // Read behind the wait: the text may have changed meanwhile.
    const open = plans.read(uri);
    if (open === undefined) return undefined;
    const isComplete = !atOnce || open.plan.isSettled;
    const own = isComplete ? service.judge(open.plan, rules) : service.judgeFirst(open.plan, rules);
    const findings = foremost([...own, ...results.findings(uri, open.plan, mostFindings)]);
    return { version: open.document.version, diagnostics: findings.map((finding) => toDiagnostic(open.document, finding, helpPage)), isComplete };
  }

  async function publish(uri: string, atOnce = true): Promise<void> {
    const found = await diagnosticsOf(uri, atOnce);
    if (found === undefined) return;
    const { isComplete, ...shown } = found;
    await connection.sendDiagnostics({ uri, ...shown });
    if (!isComplete) complete(uri, () => publish(uri, false));
  }

  /** Once for the changes until then. */
  function complete(uri: string, how: () => Promise<void>): void {
    if (completing.has(uri)) return;
    completing.add(uri);
    setTimeout(() => {
      completing.delete(uri);
      how().catch((error: unknown) => connection.console.error(`diagnostics: ${String(error)}`));
    }, completedAfter);
  }

  /** Only who can be told to ask again is told a part. */
  async function answer(uri: string): Promise<Diagnostic[]> {
    const found = await diagnosticsOf(uri, canRefresh);
    if (found?.isComplete === false) {
      complete(uri, async () => {
        await diagnosticsOf(uri, false);
        refresh();
      });
    }
    return found?.diagnostics ?? [];
  }

  function schedule(uri: string): void {
    if (pull || waiting.has(uri)) return;
    waiting.add(uri);
    // Several changes that are on the wire already are read as one.
    setImmediate(() => {
      waiting.delete(uri);
      publish(uri).catch((error: unknown) => connection.console.error(`diagnostics: ${String(error)}`));
    });
  }

  /** What is known besides the text has changed. */
  function renew(uri: string): void {
    if (renewing.has(uri)) return;
    renewing.add(uri);
    setTimeout(() => {
      renewing.delete(uri);
      if (pull) refresh();
      else schedule(uri);
    }, renewedAfter);
  }

  function refresh(): void {
    if (canRefresh) Promise.resolve(connection.languages.diagnostics.refresh()).catch((error: unknown) => connection.console.error(`diagnostics: ${String(error)}`));
  }

  plans.documents.onDidChangeContent(({ document }) => schedule(document.uri));
  plans.documents.onDidClose(({ document }) => {
    results.forget(document.uri);
    settings.forget(document.uri);
    if (!pull) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  results.onChange(renew);
  const renewAll = (): void => {
    if (!pull) plans.documents.keys().forEach(schedule);
    else refresh();
  };
  settings.onChange(renewAll);
  plans.profiles.onChange(() => {
    const stale = plans.documents.keys().filter((uri) => !plans.isCurrent(uri));
    if (!pull) stale.forEach(schedule);
    else if (stale.length > 0) refresh();
  });

  return {
    initialize({ textDocument, workspace }) {
      pull = textDocument?.diagnostic !== undefined;
      canRefresh = workspace?.diagnostics?.refreshSupport === true;
      if (pull) {
        const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
        connection.languages.diagnostics.on((params, token) =>
          runSafe<DocumentDiagnosticReport>(connection, 'diagnostics', nothing, token, async () => ({ kind: DocumentDiagnosticReportKind.Full, items: await answer(params.textDocument.uri) })),
        );
      }
      return { pull };
    },
  };
}
