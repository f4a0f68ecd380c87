import { checkCommand } from './check.ts';
import { UsageError, type Command, type CommandContext } from './command.ts';
import { exitCode } from './exitCode.ts';
import { didYouMean } from '../service/spelling.ts';
import { practiceCommand, practiceUsage } from './practice.ts';
import { validateCommand } from './validate.ts';

const practice: Command = {
  name: 'practice',
  usage: practiceUsage,
  summary: 'be the outside of both organizations, on this machine',
  help: `  --list              name, example plan and title of each scenario, separated by tabs
  --scenario NAME     start this one, until Ctrl-C or the command's end
  --json              print how to reach it as one line of JSON, and run until the input ends
  -- COMMAND          run this against it and end with its exit code; "fedplan" is this program, "@plan" the scenario's plan
`,
  run: (args, context) => practiceCommand(args, context),
};

/** Only its usage: with `--stdio` the language server is started before any command is looked for. */
const lsp: Command = {
  name: 'lsp',
  usage: 'fedplan lsp --stdio',
  summary: 'serve an editor that speaks the Language Server Protocol',
  help: '',
  run: () => Promise.reject(new UsageError('The language server speaks over standard input and output only. Expected is "--stdio".')),
};

const exitCodes = `Exit codes: 0 nothing of level error or fail; 1 at least one, or more warnings than allowed; 2 wrong usage or a file that cannot be read;
3 not determined: a check is unknown and none failed.
`;

const commands: readonly Command[] = [validateCommand, checkCommand, practice, lsp];

/** Runs one command line; never throws. */
export async function fedplan(args: readonly string[], context: CommandContext): Promise<number> {
  const [name, ...rest] = args;
  const usage = `Usage:\n${commands.map((command) => indented(command.usage)).join('')}`;
  if (name === '--version') {
    context.stdout(`${context.version()}\n`);
    return exitCode.good;
  }
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    context.stdout(`${usage}\n${commands.map((each) => `  ${each.name.padEnd(10)}${each.summary}\n`).join('')}\n"fedplan COMMAND --help" explains the options of one.\n${exitCodes}`);
    return exitCode.good;
  }
  const asked = name === 'help' ? rest[0] : name;
  const command = commands.find((each) => each.name === asked);
  if (command === undefined) {
    const meant = asked === undefined ? undefined : didYouMean(asked, commands.map((each) => each.name));
    context.stderr(`${asked === undefined ? '' : `"${asked}" is not a command of fedplan.${meant === undefined ? '' : ` Did you mean "${meant}"?`}\n`}${usage}`);
    return exitCode.usage;
  }
  // What stands behind `--` belongs to the command that is run.
  const own = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (name === 'help' || own.includes('--help') || own.includes('-h')) {
    context.stdout(`${usageOf(command)}${command.help === '' ? '' : `\n${command.help}`}\n${exitCodes}`);
    return exitCode.good;
  }
  try {
    return await command.run(rest, context);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    context.stderr(`${(error as Error).message}\n${isUsage ? usageOf(command) : ''}`);
    return isUsage ? exitCode.usage : exitCode.unknown;
  }
}

function usageOf({ usage }: Command): string {
  return usage.includes('\n') ? `Usage:\n${indented(usage)}` : `Usage: ${usage}\n`;
}

function indented(lines: string): string {
  return lines.split('\n').map((line) => `  ${line}\n`).join('');
}
