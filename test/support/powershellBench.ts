/** What bench/powershellWorker.mjs measures; bundled as the language server is. */
export { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
export { bindScript } from '../../server/src/service/powershell/binder/index.ts';
export { parseScript } from '../../server/src/service/powershell/parser/index.ts';
