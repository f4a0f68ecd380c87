import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/index.ts';
import type { OpenPlans } from './openPlans.ts';
import { toRange } from './ranges.ts';
import { runSafe } from './runSafe.ts';

export function registerDefinition(connection: Connection, plans: OpenPlans, service: LanguageService): void {
  connection.onDefinition((params, token) =>
    runSafe(connection, 'definition', [], token, () => {
      const open = plans.read(params.textDocument.uri);
      if (open === undefined) return [];
      const { document, plan } = open;
      const profile = service.profileNamedAt(plan, document.offsetAt(params.position));
      if (profile !== undefined) return plans.profiles.definition(document.uri, profile.id);
      return service.definitions(plan, document.offsetAt(params.position)).map((range) => ({ uri: document.uri, range: toRange(document, range) }));
    }),
  );
}
