import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Data files lie beside the bundle; `__dirname` is the bundle's folder. */
export function cmdletCatalogueText(): string {
  return readFileSync(path.join(__dirname, 'data', 'cmdletCatalogue.jsonl'), 'utf8');
}

/** The pages of docs/ that explain the codes of findings. */
export function helpPages(): { uri: string; text: string }[] {
  return ['rules.md', 'checks.md'].flatMap((name) => {
    const file = path.join(path.dirname(__dirname), 'docs', name);
    return existsSync(file) ? [{ uri: pathToFileURL(file).href, text: readFileSync(file, 'utf8') }] : [];
  });
}
