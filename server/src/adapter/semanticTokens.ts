import { SemanticTokenModifiers, SemanticTokenTypes, SemanticTokensBuilder, type Connection, type SemanticTokens, type SemanticTokensLegend } from 'vscode-languageserver';
import type { SemanticToken } from '../service/features/semanticTokens.ts';
import type { LanguageService } from '../service/index.ts';
import type { OpenPlans } from './openPlans.ts';
import { runSafe } from './runSafe.ts';

/** Standard types, for which every theme has colours, but for the last: the manifest says which colour it borrows. */
const types: Readonly<Record<SemanticToken['kind'], string>> = {
  organization: SemanticTokenTypes.class,
  domain: SemanticTokenTypes.property,
  relationship: SemanticTokenTypes.interface,
  step: SemanticTokenTypes.function,
  cmdlet: SemanticTokenTypes.function,
  parameter: SemanticTokenTypes.parameter,
  unknownName: 'unknownName',
};

const tokenTypes = [...new Set(Object.values(types))];

export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes, tokenModifiers: [SemanticTokenModifiers.declaration] };

export function registerSemanticTokens(connection: Connection, plans: OpenPlans, service: LanguageService): void {
  connection.languages.semanticTokens.on((params, token) =>
    runSafe<SemanticTokens>(connection, 'semantic tokens', { data: [] }, token, () => {
      const open = plans.read(params.textDocument.uri);
      const builder = new SemanticTokensBuilder();
      for (const { range, kind, isDefinition } of open === undefined ? [] : service.semanticTokens(open.plan)) {
        const { line, character } = open?.document.positionAt(range.start) ?? { line: 0, character: 0 };
        builder.push(line, character, range.end - range.start, tokenTypes.indexOf(types[kind]), isDefinition ? 1 : 0);
      }
      // No result id: deltas are not offered.
      return { data: builder.build().data };
    }),
  );
}
