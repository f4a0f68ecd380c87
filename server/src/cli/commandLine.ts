import { parseArgs, type ParseArgsConfig } from 'node:util';
import { didYouMean } from '../service/spelling.ts';
import { UsageError } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options and files of a command line; what it gets wrong is a usage error in a sentence of ours. */
export function readCommandLine<const Known extends Options>(args: readonly string[], options: Known): ReturnType<typeof parseArgs<{ options: Known; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    const { message, code = '' } = error as NodeJS.ErrnoException;
    const [, option = ''] = /(--?[^\s',<=]+)/.exec(message) ?? [];
    if (option === '' || !code.startsWith('ERR_PARSE_ARGS')) throw error;
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
      const meant = didYouMean(option.replace(/^-+/, ''), Object.keys(options));
      throw new UsageError(`"${option}" is not an option of this command.${meant === undefined ? '' : ` Did you mean "--${meant}"?`}`, { cause: error });
    }
    const takesNone = options[option.replace(/^-+/, '')]?.type === 'boolean';
    throw new UsageError(takesNone ? `"${option}" takes no value.` : `"${option}" needs a value behind it.`, { cause: error });
  }
}
