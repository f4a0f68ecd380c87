/** What a step's scripts call, read conservatively: what is not certain is marked so, and rules say nothing of it. */
import type { OffsetRange } from '../finding.ts';
import { regionAt, type ScriptRegion } from '../embedded/scriptRegions.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { PlanStep } from '../plan/planModel.ts';
import type { PlanPath } from '../plan/planPath.ts';
import { walk, type Command, type CommandElement, type Expression, type ScriptBlock, type Statement } from '../powershell/parser/index.ts';
import { readScript, type ReadScript } from '../powershell/readScript.ts';

/** Offsets of a script, not of the plan. */
interface ScriptRange {
  readonly start: number;
  readonly end: number;
}

export interface Argument extends ScriptRange {
  /** The constants that it is made of, one or a list; undefined where it is anything else. */
  readonly constants: readonly string[] | undefined;
}

export interface StepCommand {
  /** Lower case. */
  readonly name: string;
  readonly written: string;
  readonly nameRange: ScriptRange;
  /** It runs, once, whenever the script runs: it stands in no branch, loop, block or function, and has no -WhatIf. */
  readonly sure: boolean;
  /** The names of the commands that it gets its input from, lower case. */
  readonly pipedFrom: readonly string[];
  /** Parameters by their written names in lower case; undefined for one without an argument. */
  readonly parameters: ReadonlyMap<string, Argument | undefined>;
  readonly positional: readonly Argument[];
  /** It gets parameters that are not written here. */
  readonly splatted: boolean;
}

export interface StepScript {
  readonly commands: readonly StepCommand[];
  /** It calls what is not written here (another script, a function, text), so nobody knows all that it does. */
  readonly opaque: boolean;
}

export const scriptKeys = ['run', 'verify', 'undo'] as const;
export type ScriptKey = (typeof scriptKeys)[number];

const nothing: StepScript = { commands: [], opaque: false };

/** A script, read, and what it calls, as soon as somebody has asked. */
interface Known {
  readonly script: ReadScript;
  understood?: StepScript;
}

/** Scripts as they were read for an earlier version of the plan: the data of a step that has not changed is the same object. */
const read = new WeakMap<object, Partial<Record<ScriptKey, Known>>>();

/** A step's script, read when it is first asked for; undefined where the step has none. */
export function readStep(step: PlanStep, key: ScriptKey): ReadScript | undefined {
  return known(step, key)?.script;
}

export function stepScript(step: PlanStep, key: ScriptKey): StepScript {
  const own = known(step, key);
  if (own === undefined) return nothing;
  own.understood ??= understand(own.script);
  return own.understood;
}

function known({ data }: PlanStep, key: ScriptKey): Known | undefined {
  const text = data[key];
  if (text === undefined || text === '') return undefined;
  let scripts = read.get(data);
  if (scripts === undefined) read.set(data, (scripts = {}));
  scripts[key] ??= { script: readScript(text) };
  return scripts[key];
}

function understand({ tree, errors, commands: called }: ReadScript): StepScript {
  const sure = sureCommands(tree);
  const commands: StepCommand[] = [];
  // A script that PowerShell cannot read does nothing at all, or something else once it is mended.
  let opaque = errors.length > 0;
  walk(tree, (node) => {
    if (node.kind === 'FunctionDefinition') opaque = true;
  });
  for (const { name, command } of called) {
    if (name === undefined || command.operator !== '' || /[\\/]|\.ps1$|^(?:invoke-(?:expression|command)|iex|icm|import-pssession)$/i.test(name)) opaque = true;
    if (name !== undefined) commands.push(stepCommand(name, command, sure.get(command), errors.length === 0));
  }
  return { commands, opaque };
}

/** Commands of the script's own statements, each with the commands before it in its pipeline. */
function sureCommands(tree: ScriptBlock): ReadonlyMap<Command, readonly string[]> {
  const found = new Map<Command, readonly string[]>();
  const statements = tree.blocks.filter(({ name }) => name === '' || name === 'end').flatMap((block) => block.statements);
  for (const statement of statements) {
    const pipeline = pipelineOf(statement);
    const before: string[] = [];
    for (const element of pipeline?.kind === 'Pipeline' ? pipeline.elements : []) {
      if (element.kind !== 'Command') continue;
      found.set(element, [...before]);
      const [first] = element.elements;
      if (first?.kind === 'StringConstantExpression') before.push(first.value.toLowerCase());
    }
    // Behind these nothing is sure to run.
    if (/^(?:Return|Exit|Throw|Break|Continue)Statement$/.test(statement.kind)) break;
  }
  return found;
}

function pipelineOf(statement: Statement): Statement | undefined {
  if (statement.kind === 'AssignmentStatement') return statement.right;
  return statement.kind === 'PipelineChain' ? statement.pipelines[0] : statement;
}

function stepCommand(written: string, { elements }: Command, pipedFrom: readonly string[] | undefined, readable: boolean): StepCommand {
  const [nameElement, ...rest] = elements;
  const parameters = new Map<string, Argument | undefined>();
  const positional: Argument[] = [];
  let splatted = false;
  for (const [index, element] of rest.entries()) {
    const before = rest[index - 1];
    if (element.kind === 'CommandParameter') {
      const next = element.argument ?? followingArgument(rest[index + 1]);
      parameters.set(element.name.toLowerCase(), next === undefined ? undefined : argumentOf(next));
    } else if (element.kind === 'VariableExpression' && element.splatted) splatted = true;
    else if (before?.kind !== 'CommandParameter' || before.argument !== undefined) positional.push(argumentOf(element));
  }
  const isDryRun = parameters.has('whatif') && parameters.get('whatif')?.constants?.[0]?.toLowerCase() !== '$false';
  return {
    name: written.toLowerCase(),
    written,
    nameRange: { start: nameElement?.start ?? 0, end: nameElement?.end ?? 0 },
    sure: pipedFrom !== undefined && readable && !isDryRun,
    pipedFrom: pipedFrom ?? [],
    parameters,
    positional,
    splatted,
  };
}

function followingArgument(element: CommandElement | undefined): Expression | undefined {
  return element === undefined || element.kind === 'CommandParameter' || (element.kind === 'VariableExpression' && element.splatted) ? undefined : element;
}

function argumentOf(expression: Expression): Argument {
  return { start: expression.start, end: expression.end, constants: constantsOf(expression) };
}

function constantsOf(expression: Expression): readonly string[] | undefined {
  if (expression.kind === 'StringConstantExpression') return [expression.value];
  if (expression.kind === 'ConstantExpression') return [expression.text];
  if (expression.kind === 'VariableExpression') return /^(?:true|false|null)$/i.test(expression.name) && !expression.splatted ? [`$${expression.name.toLowerCase()}`] : undefined;
  if (expression.kind !== 'ArrayLiteral') return undefined;
  const items = expression.elements.map(constantsOf);
  return items.every((item) => item?.length === 1) ? items.flatMap((item) => item ?? []) : undefined;
}

/** The constants of a parameter, in lower case, that is written out, or `undefined` where it is absent or made of anything else. */
export function constantsGiven(command: StepCommand, parameter: string): (Argument & { readonly constants: readonly string[] }) | undefined {
  const argument = command.parameters.get(parameter);
  return argument?.constants === undefined ? undefined : { ...argument, constants: argument.constants };
}

/** True where the parameter, in lower case, may be given: written, shortened, or by splatting. */
export function mayGive({ parameters, splatted }: StepCommand, parameter: string): boolean {
  if (splatted || parameters.has(parameter)) return true;
  for (const written of parameters.keys()) if (parameter.startsWith(written)) return true;
  return false;
}

/** Where a range of a script stands in the plan, and whether it is exact; where it has no place there, its key. */
export function placeInPlan(plan: PlanDocument, path: PlanPath, range: ScriptRange): { readonly range: OffsetRange; readonly exact: boolean } | undefined {
  const value = plan.valueRange(path);
  if (value === undefined) return undefined;
  const mapped = regionOfScript(plan, path)?.map.rangeToHost(range);
  return mapped === undefined ? { range: plan.keyRange(path) ?? value, exact: false } : { range: mapped, exact: true };
}

/** A script with its map; undefined where it is written in a way that has none. */
export function regionOfScript(plan: PlanDocument, path: PlanPath): ScriptRegion | undefined {
  const value = plan.valueRange(path);
  if (value === undefined) return undefined;
  const region = regionAt(plan, Math.max(value.end - 1, value.start));
  const isOwn = region?.path.length === path.length && region.path.every((part, index) => part === path[index]);
  return isOwn ? region : undefined;
}
