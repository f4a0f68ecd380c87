import { FoldingRangeKind, type Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import type { OpenPlans } from './openPlans.ts';
import { runSafe } from './runSafe.ts';

export function registerFoldingRanges(connection: Connection, plans: OpenPlans, service: LanguageService): void {
  connection.onFoldingRanges((params, token) =>
    runSafe(connection, 'folding ranges', [], token, () => {
      const open = plans.read(params.textDocument.uri);
      if (open === undefined) return [];
      const { document, plan } = open;
      return service.foldingRanges(plan).map(({ range, kind }) => ({
        startLine: document.positionAt(range.start).line,
        endLine: document.positionAt(range.end).line,
        ...(kind === 'entry' ? {} : { kind: kind === 'comment' ? FoldingRangeKind.Comment : FoldingRangeKind.Region }),
      }));
    }),
  );
}
