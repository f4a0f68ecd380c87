import type { Command, ScriptBlock } from './nodes.ts';
import { walk } from './walk.ts';

/** A command with the name that it is called by, where that is a constant. */
export interface NamedCommand {
  readonly name: string | undefined;
  readonly command: Command;
}

/** All commands of a script, those inside script blocks, strings and expressions too, outer ones before inner ones. */
export function commandsOf(tree: ScriptBlock): NamedCommand[] {
  const found: NamedCommand[] = [];
  walk(tree, (node) => {
    if (node.kind === 'Command') found.push({ name: commandName(node), command: node });
  });
  return found;
}

function commandName(command: Command): string | undefined {
  const first = command.elements[0];
  return first?.kind === 'StringConstantExpression' ? first.value : undefined;
}
