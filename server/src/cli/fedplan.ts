import { checkCommand } from './check.ts';
import { UsageError, type Command, type CommandContext } from './command.ts';
import { exitCode } from './exitCode.ts';
import { practiceCommand } from './practice.ts';
import { validateCommand } from './validate.ts';

const practice: Command = {
  name: 'practice',
  usage: 'fedplan practice --list | --scenario NAME [--json] [-- command…]',
  run: (args, context) => practiceCommand(args, context),
};

/** Only its usage: with `--stdio` the language server is started before any command is looked for. */
const lsp: Command = {
  name: 'lsp',
  usage: 'fedplan lsp --stdio',
  run: () => Promise.reject(new UsageError('The language server speaks over standard input and output only. Expected is "--stdio".')),
};

const commands: readonly Command[] = [validateCommand, checkCommand, practice, lsp];

/** Runs one command line; never throws. */
export async function fedplan(args: readonly string[], context: CommandContext): Promise<number> {
  const [name, ...rest] = args;
  const usage = `Usage:\n${commands.map((command) => `  ${command.usage}\n`).join('')}`;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? context.stderr : context.stdout)(usage);
    return name === undefined ? exitCode.usage : exitCode.good;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    context.stderr(`"${name}" is not a command of fedplan.\n${usage}`);
    return exitCode.usage;
  }
  // What stands behind `--` belongs to the command that is run.
  const own = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (own.includes('--help') || own.includes('-h')) {
    context.stdout(`Usage: ${command.usage}\n`);
    return exitCode.good;
  }
  try {
    return await command.run(rest, context);
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    // node:util's parseArgs says a wrong option with a code of its own.
    const isUsage = error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS') === true;
    context.stderr(`${message}\n${isUsage ? `Usage: ${command.usage}\n` : ''}`);
    return isUsage ? exitCode.usage : exitCode.unknown;
  }
}
