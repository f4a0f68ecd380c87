import { readFileSync } from 'node:fs';
import path from 'node:path';
import { domainToASCII } from 'node:url';
import { createLanguageService, type LanguageService } from '../../server/src/service/index.ts';

declare const __projectRoot: string;

export const catalogueText = readFileSync(path.join(__projectRoot, 'server', 'data', 'cmdletCatalogue.jsonl'), 'utf8');
export const service: LanguageService = createLanguageService({ catalogueText, toAscii: domainToASCII });
