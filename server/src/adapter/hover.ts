import { MarkupKind, type Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import type { OpenPlans } from './openPlans.ts';
import { toRange } from './ranges.ts';
import { runSafe } from './runSafe.ts';

export function registerHover(connection: Connection, plans: OpenPlans, service: LanguageService): void {
  connection.onHover((params, token) =>
    runSafe(connection, 'hover', null, token, () => {
      const { uri } = params.textDocument;
      const open = plans.read(uri);
      const powershell = plans.powershellFile(uri);
      const document = open?.document ?? powershell ?? plans.profileDocument(uri);
      if (document === undefined) return null;
      const offset = document.offsetAt(params.position);
      const hover = open !== undefined ? service.hover(open.plan, offset) : service[powershell === undefined ? 'hoverProfile' : 'hoverPowershellFile'](document.getText(), offset);
      return hover === undefined ? null : { contents: { kind: MarkupKind.Markdown, value: hover.markdown }, range: toRange(document, hover.range) };
    }),
  );
}
