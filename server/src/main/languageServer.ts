/** Entry point of the language server that the editor starts; `fedplan lsp --stdio` starts the same. */
import { serve } from './serve.ts';

serve();
