import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import type { OpenPlans } from './openPlans.ts';
import { toRange } from './ranges.ts';
import { runSafe } from './runSafe.ts';

/** What an id is made of; any other character ends the linked typing. */
const wordPattern = '[A-Za-z0-9][A-Za-z0-9._-]*';

export function registerLinkedEditing(connection: Connection, plans: OpenPlans, service: LanguageService): void {
  connection.languages.onLinkedEditingRange((params, token) =>
    runSafe(connection, 'linked editing', null, token, () => {
      const open = plans.read(params.textDocument.uri);
      const ranges = open === undefined ? [] : service.linkedRanges(open.plan, open.document.offsetAt(params.position));
      return open === undefined || ranges.length === 0 ? null : { ranges: ranges.map((range) => toRange(open.document, range)), wordPattern };
    }),
  );
}
