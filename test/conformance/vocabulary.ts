import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import type { Vocabulary } from './composeScript.ts';

/** Names of cmdlets and their parameters; `catalogue` is the content of `cmdletCatalogue.jsonl`. */
export function vocabularyOf(catalogue: string): Vocabulary {
  const open = openCatalogue(catalogue);
  return { cmdlets: open.names.map((name) => ({ name, parameters: open.find(name)?.parameters.map((each) => each.name) ?? [] })) };
}
