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

const commands: readonly Command[] = [validateCommand, checkCommand, practice];
const lspUsage = 'fedplan lsp --stdio';

/** Runs one command line; never throws. `lsp` is started by `main`, since it owns standard input and output. */
export async function fedplan(args: readonly string[], context: CommandContext): Promise<number> {
  const [name, ...rest] = args;
  const usage = `Usage:\n${[...commands.map((command) => command.usage), lspUsage].map((line) => `  ${line}\n`).join('')}`;
  if (name === undefined || name === '--help' || name === 'help') {
    (name === undefined ? context.stderr : context.stdout)(usage);
    return name === undefined ? exitCode.usage : exitCode.good;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    context.stderr(`"${name}" is not a command of fedplan.\n${usage}`);
    return exitCode.usage;
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
