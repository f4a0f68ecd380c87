import { walk } from '../powershell/parser/index.ts';
import type { ReadScript } from '../powershell/readScript.ts';
import type { PlanModel, PlanStep } from '../plan/planModel.ts';
import { readStep, scriptKeys } from '../rules/stepScript.ts';

/** What the shell may know besides the catalogue, by all scripts of a plan: its steps are often run in one session. */
export interface ShellNames {
  /** Functions and aliases that are defined, lower case, in the order of the alphabet. */
  readonly defined: readonly string[];
  /** Commands may come from what is not written in the plan. */
  readonly isOpen: boolean;
}

const known = new WeakMap<ReadScript, ShellNames>();
const definesAlias = /^(?:set-alias|new-alias|sal|nal)$/i;
/** What brings commands in that nobody sees here; Exchange's own connection brings none but Exchange's. */
const brings = /^(?:import-module|ipmo|add-pssnapin|asnp|import-pssession|ipsn|invoke-expression|iex|new-module|nmo|enter-pssession|connect-(?!exchangeonline$|ippssession$).*)$/i;

export function shellNames({ steps }: PlanModel): ShellNames {
  const defined = new Set<string>();
  let isOpen = false;
  for (const step of steps) {
    const own = ofSteps.get(step.data) ?? namesOfStep(step);
    isOpen ||= own.isOpen;
    for (const name of own.defined) defined.add(name);
  }
  return { defined: [...defined].sort(), isOpen };
}

/** By a step's data, which stay the same object while they do not change. */
const ofSteps = new WeakMap<object, ShellNames>();

function namesOfStep(step: PlanStep): ShellNames {
  const own = scriptKeys.flatMap((key) => readStep(step, key) ?? []).map(namesOf);
  const names = { defined: own.flatMap(({ defined }) => defined), isOpen: own.some(({ isOpen }) => isOpen) };
  ofSteps.set(step.data, names);
  return names;
}

/** What one script defines and brings in. */
export function namesOf(script: ReadScript): ShellNames {
  const before = known.get(script);
  if (before !== undefined) return before;
  const defined: string[] = [];
  let isOpen = false;
  walk(script.tree, (node) => {
    if (node.kind === 'FunctionDefinition') defined.push(node.name.replace(/^\w+:/, '').toLowerCase());
    // `. .\functions.ps1`; `using module`.
    if ((node.kind === 'Command' && node.operator === '.') || (node.kind === 'UsingStatement' && node.what.toLowerCase() !== 'namespace')) isOpen = true;
  });
  for (const { name, command } of script.commands) {
    if (name === undefined) continue;
    if (brings.test(name)) isOpen = true;
    if (!definesAlias.test(name)) continue;
    for (const element of command.elements.slice(1)) if (element.kind === 'StringConstantExpression') defined.push(element.value.toLowerCase());
  }
  const names = { defined, isOpen };
  known.set(script, names);
  return names;
}
