import type { Catalogue } from './catalogue/catalogue.ts';
import { validate } from './features/validate.ts';
import type { Finding } from './finding.ts';
import { noOwnProfiles, type OwnProfiles } from './plan/ownProfiles.ts';
import { parsePlan, type PlanDocument } from './plan/planDocument.ts';
import { planModel, type PlanModel } from './plan/planModel.ts';
import { checkSchema } from './plan/schemaCheck.ts';

/** A plan, read and judged once; every feature takes it. */
export interface ReadPlan {
  readonly document: PlanDocument;
  readonly model: PlanModel;
  readonly findings: readonly Finding[];
}

/**
 * @param previous the plan before the change; what it has read already is not read again
 * @param catalogue the cmdlets; rules that need them are silent without
 * @param ownProfiles what users have written in profile files
 */
export function readPlan(text: string, previous?: ReadPlan, catalogue?: Catalogue, ownProfiles: OwnProfiles = noOwnProfiles): ReadPlan {
  const document = parsePlan(text, previous?.document);
  const schema = checkSchema(document, ownProfiles);
  const model = planModel(document, schema.unfit, ownProfiles);
  return { document, model, findings: validate(document, schema, model, catalogue) };
}
