import type { Organization, PlanModel, PlanStep } from '../plan/planModel.ts';
import { stepScript, type StepCommand } from './stepScript.ts';

/** A command that a step runs, with its place in the order of the plan. */
export interface Deed {
  readonly at: number;
  readonly step: PlanStep;
  readonly command: StepCommand;
}

/** What the steps of one organization do, in the plan's order. */
export interface Deeds {
  readonly organization: Organization;
  readonly deeds: readonly Deed[];
  readonly byName: ReadonlyMap<string, readonly Deed[]>;
  /** From here on a step does what is not written in the plan; `Infinity` where none does. */
  readonly opaqueFrom: number;
  /** What is done by hand, and records for the zone, in their places in the same order. */
  readonly byHand: readonly { readonly at: number; readonly text: string }[];
  readonly records: readonly { readonly at: number; readonly step: PlanStep; readonly text: string }[];
}

/** Several rules ask the same of one model. */
const known = new WeakMap<PlanModel, readonly Deeds[]>();

export function deedsByOrganization(model: PlanModel): readonly Deeds[] {
  const deeds = known.get(model) ?? collect(model);
  known.set(model, deeds);
  return deeds;
}

function collect(model: PlanModel): Deeds[] {
  const found = new Map<Organization, { deeds: Deed[]; byName: Map<string, Deed[]>; opaqueFrom: number; byHand: { at: number; text: string }[]; records: { at: number; step: PlanStep; text: string }[] }>();
  let at = 0;
  for (const step of model.steps) {
    const { organization, data } = step;
    if (organization === undefined) continue;
    const own = found.get(organization) ?? { deeds: [], byName: new Map<string, Deed[]>(), opaqueFrom: Infinity, byHand: [], records: [] };
    found.set(organization, own);
    const { commands, opaque } = stepScript(step, 'run');
    // What is done in another Exchange is not done here, and where the step speaks to both nobody knows which is which.
    const isElsewhere = step.isElsewhere && organization.hosting !== 'online';
    if (opaque || isElsewhere) own.opaqueFrom = Math.min(own.opaqueFrom, at);
    if (isElsewhere) continue;
    if (data.instructions !== undefined) own.byHand.push({ at: at++, text: data.instructions });
    for (const command of commands) {
      const deed = { at: at++, step, command };
      own.deeds.push(deed);
      const sameName = own.byName.get(command.name);
      if (sameName === undefined) own.byName.set(command.name, [deed]);
      else sameName.push(deed);
    }
    if (data.dnsRecords !== undefined) own.records.push({ at: at++, step, text: data.dnsRecords });
  }
  return [...found].map(([organization, own]) => ({ organization, ...own }));
}

/** The deeds of these commands, in the plan's order. */
export function named({ byName }: Deeds, ...names: readonly string[]): Deed[] {
  return names.flatMap((name) => byName.get(name) ?? []).sort((a, b) => a.at - b.at);
}

/** The value of a parameter that may be given by its place. Undefined where it is not one constant. */
export function oneConstant({ parameters, positional }: StepCommand, parameter: string): string | undefined {
  const argument = parameters.has(parameter) ? parameters.get(parameter) : positional[0];
  return argument?.constants?.length === 1 ? argument.constants[0] : undefined;
}
