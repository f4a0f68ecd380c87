import { DiagnosticSeverity, type Connection, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity } from '../service/finding.ts';
import type { CheckResults } from './checkResults.ts';
import type { OpenPlans } from './openPlans.ts';
import { toRange } from './ranges.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** A document full of findings helps nobody, and the editor grows slow with thousands. */
const mostFindings = 500;

export function toDiagnostic(document: TextDocument, finding: Finding): Diagnostic {
  return {
    range: toRange(document, finding.range),
    severity: severities[finding.severity],
    code: finding.code,
    source: finding.code.startsWith('check/') ? 'Federation Checks' : 'Federation Plan',
    message: finding.message,
  };
}

/** Publishes what is wrong with a plan, at once after each change, together with the results of its live checks. */
export function publishDiagnostics(connection: Connection, plans: OpenPlans, results: CheckResults): void {
  const waiting = new Set<string>();

  async function publish(uri: string): Promise<void> {
    const open = plans.read(uri);
    if (open === undefined) return;
    const findings = [...open.plan.findings, ...results.findings(uri, open.plan)].slice(0, mostFindings);
    await connection.sendDiagnostics({ uri, version: open.document.version, diagnostics: findings.map((finding) => toDiagnostic(open.document, finding)) });
  }

  function schedule(uri: string): void {
    if (waiting.has(uri)) return;
    waiting.add(uri);
    // Several changes that are on the wire already are read as one.
    setImmediate(() => {
      waiting.delete(uri);
      publish(uri).catch((error: unknown) => connection.console.error(`diagnostics: ${String(error)}`));
    });
  }

  plans.documents.onDidChangeContent(({ document }) => schedule(document.uri));
  plans.documents.onDidClose(({ document }) => {
    results.forget(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  results.onChange(schedule);
}
