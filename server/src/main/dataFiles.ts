import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Data files lie beside the bundle; `__dirname` is the bundle's folder. */
export function cmdletCatalogueText(): string {
  return readFileSync(path.join(__dirname, 'data', 'cmdletCatalogue.jsonl'), 'utf8');
}
