import type { Catalogue } from '../catalogue/catalogue.ts';
import type { OffsetRange } from '../finding.ts';
import type { ReadPlan } from '../readPlan.ts';
import { scriptTokens } from './scriptTokens.ts';
import { structureSymbols, type PlanSymbolKind } from './symbols.ts';

export interface SemanticToken {
  readonly range: OffsetRange;
  readonly kind: PlanSymbolKind | 'cmdlet' | 'parameter' | 'unknownName';
  readonly isDefinition: boolean;
}

/**
 * Names that the plan knows, told from those that it does not: a grammar sees only text. A reference to nothing gets no token, so
 * that it keeps the colour of any text. In scripts it is the commands and their parameters.
 */
export function semanticTokens(plan: ReadPlan, catalogue: Catalogue): SemanticToken[] {
  const symbols = structureSymbols(plan).filter(({ isInScript }) => !isInScript);
  const defined = new Set(symbols.filter(({ isDefinition }) => isDefinition).map(({ kind, name }) => `${kind} ${name}`));
  for (const domain of plan.model.organizations.flatMap(({ knownDomains }) => knownDomains)) defined.add(`domain ${domain}`);
  const named = symbols.filter(({ kind, name }) => defined.has(`${kind} ${name}`)).map(({ range, kind, isDefinition }): SemanticToken => ({ range, kind, isDefinition }));
  return [...named, ...scriptTokens(plan, catalogue)].sort((a, b) => a.range.start - b.range.start);
}
