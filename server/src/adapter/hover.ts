import { MarkupKind, type Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import type { OpenPlans } from './openPlans.ts';
import { toRange } from './ranges.ts';
import { runSafe } from './runSafe.ts';

export function registerHover(connection: Connection, plans: OpenPlans, service: LanguageService): void {
  connection.onHover((params, token) =>
    runSafe(connection, 'hover', null, token, () => {
      const open = plans.read(params.textDocument.uri);
      const hover = open === undefined ? undefined : service.hover(open.plan, open.document.offsetAt(params.position));
      if (open === undefined || hover === undefined) return null;
      return { contents: { kind: MarkupKind.Markdown, value: hover.markdown }, range: toRange(open.document, hover.range) };
    }),
  );
}
