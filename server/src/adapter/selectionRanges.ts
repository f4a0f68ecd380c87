import type { Connection, SelectionRange } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import type { OpenPlans } from './openPlans.ts';
import { toRange } from './ranges.ts';
import { runSafe } from './runSafe.ts';

export function registerSelectionRanges(connection: Connection, plans: OpenPlans, service: LanguageService): void {
  connection.onSelectionRanges((params, token) =>
    runSafe<SelectionRange[] | null>(connection, 'selection ranges', null, token, () => {
      const open = plans.read(params.textDocument.uri);
      if (open === undefined) return null;
      const { document, plan } = open;
      return params.positions.map((position): SelectionRange => {
        // Each range is the parent of the one inside it.
        const chain = service.selection(plan, document.offsetAt(position)).reverse();
        let around: SelectionRange | undefined;
        for (const range of chain) around = { range: toRange(document, range), ...(around === undefined ? {} : { parent: around }) };
        return around ?? { range: { start: position, end: position } };
      });
    }),
  );
}
