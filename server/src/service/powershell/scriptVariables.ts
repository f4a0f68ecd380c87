import { walk, type Expression, type Node, type ScriptBlock, type VariableExpression } from './parser/index.ts';

/** A variable as it stands in a script. */
export interface VariablePlace {
  /** As variables are compared: lower case, without a scope that only says "here". */
  readonly name: string;
  /** Its name and sigil, `$x` or `@x` or `${x}`. */
  readonly start: number;
  readonly end: number;
  /** It is given a value here: an assignment, a parameter, the variable of a loop. */
  readonly isWritten: boolean;
  /** The innermost function that gives the name a value, or the script; places of one scope and name are one variable. */
  readonly scope: Node;
}

/** PowerShell sets these itself, and most mean something else at each place. */
const automatic = new Set(['_', 'psitem', 'this', 'true', 'false', 'null', 'input', 'args', 'error', '?', '^', '$']);

/**
 * The variables of a script, in the order of the text. A function has variables of its own once it gives them a value (about_Scopes);
 * blocks of `ForEach-Object` and `Where-Object` run in the scope around them.
 */
export function scriptVariables(tree: ScriptBlock): VariablePlace[] {
  const uses: VariableExpression[] = [];
  const written = new Set<Node>();
  const functions: Node[] = [];
  walk(tree, (node) => {
    switch (node.kind) {
      case 'VariableExpression':
        if (variableName(node) !== undefined) uses.push(node);
        break;
      case 'AssignmentStatement':
        for (const target of targetsOf(node.left)) written.add(target);
        break;
      case 'ForEachStatement':
        if (node.variable !== undefined) written.add(node.variable);
        break;
      case 'Parameter':
        written.add(node.name);
        break;
      case 'FunctionDefinition':
        functions.push(node);
        break;
      default:
    }
  });
  // Inner functions come after those around them.
  const around = ({ start, end }: Node): Node[] => functions.filter((each) => each.start <= start && end <= each.end).reverse();
  const writtenIn = new Map<Node, Set<string>>();
  for (const use of uses) {
    if (!written.has(use)) continue;
    const scope = around(use)[0] ?? tree;
    writtenIn.set(scope, (writtenIn.get(scope) ?? new Set()).add(variableName(use) ?? ''));
  }
  return uses
    .map((use): VariablePlace => {
      const name = variableName(use) ?? '';
      const scope = around(use).find((each) => writtenIn.get(each)?.has(name) === true) ?? tree;
      return { name, start: use.start, end: use.end, isWritten: written.has(use), scope };
    })
    .sort((a, b) => a.start - b.start);
}

/** `$a, $b = …` and `[string]$a = …` write variables; `$a.b = …` and `$a[0] = …` change what is in one. */
function targetsOf(left: Expression): VariableExpression[] {
  const found: VariableExpression[] = [];
  const open: Expression[] = [left];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (each.kind === 'VariableExpression') found.push(each);
    else if (each.kind === 'ArrayLiteral') for (const element of each.elements) open.push(element);
    else if (each.kind === 'ConvertExpression' || each.kind === 'AttributedExpression') open.push(each.operand);
  }
  return found;
}

/** Undefined for what is no variable of the script: automatic ones, those of a drive such as `env:`, and of other scopes. */
function variableName({ name }: VariableExpression): string | undefined {
  const own = name.toLowerCase().replace(/^(?:script|local|private|variable):/, '');
  return own === '' || own.includes(':') || automatic.has(own) ? undefined : own;
}
