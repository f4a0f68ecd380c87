import type { Catalogue } from './catalogue/catalogue.ts';
import { holdsIn, validate } from './features/validate.ts';
import type { Finding } from './finding.ts';
import { noOwnProfiles, type OwnProfiles } from './plan/ownProfiles.ts';
import { parsePlan, type PlanDocument } from './plan/planDocument.ts';
import { planModel, type PlanModel } from './plan/planModel.ts';
import { checkSchema, type SchemaCheck } from './plan/schemaCheck.ts';
import { rangeAfter, textChange } from './plan/textChange.ts';
import { partRuleFindings, planRuleFindings } from './rules/ruleFindings.ts';
import { scriptFindings } from './scriptRules/scriptFindings.ts';

/** Characters; of a shorter plan all is said at once. */
const longPlan = 8_000;

/** A plan, read once; every feature takes it. */
export interface ReadPlan {
  readonly document: PlanDocument;
  readonly model: PlanModel;
  /** All that is wrong with it, found when it is first asked for. */
  readonly findings: readonly Finding[];
  /**
   * What can be said of a long plan without delay. After a change: all of the parts, and of the whole plan what was said before, in its
   * new place. Of a plan that is new: what YAML and the schema say.
   */
  readonly firstFindings: readonly Finding[];
  /** True where the first findings are all there are. */
  readonly isSettled: boolean;
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
  return new JudgedPlan(document, model, schema, catalogue, previous instanceof JudgedPlan ? previous.carriedTo(document) : undefined);
}

class JudgedPlan implements ReadPlan {
  readonly document: PlanDocument;
  readonly model: PlanModel;
  readonly #schema: SchemaCheck;
  readonly #catalogue: Catalogue | undefined;
  readonly #carried: readonly Finding[] | undefined;
  #parts: readonly Finding[] | undefined;
  #ofPlan: readonly Finding[] | undefined;
  #all: readonly Finding[] | undefined;

  /** @param carried what the rules of the whole plan had found before the change; undefined for a plan that is new */
  constructor(document: PlanDocument, model: PlanModel, schema: SchemaCheck, catalogue: Catalogue | undefined, carried: readonly Finding[] | undefined) {
    this.document = document;
    this.model = model;
    this.#schema = schema;
    this.#catalogue = catalogue;
    this.#carried = carried;
  }

  get findings(): readonly Finding[] {
    this.#all ??= validate(this.document, this.#schema, () => {
      this.#ofPlan = planRuleFindings(this.document, this.model, this.#catalogue);
      return [...this.#ofParts(), ...this.#ofPlan];
    });
    return this.#all;
  }

  get firstFindings(): readonly Finding[] {
    if (this.isSettled) return this.findings;
    const carried = this.#carried;
    return validate(this.document, this.#schema, () => (carried === undefined ? [] : [...this.#ofParts(), ...carried]));
  }

  get isSettled(): boolean {
    return this.#all !== undefined || this.document.text.length < longPlan;
  }

  /** What the rules of the whole plan have found in this version, as far as it stands in the next; its fixes were made for this one. */
  carriedTo({ text }: PlanDocument): readonly Finding[] | undefined {
    const found = this.#foundOfPlan();
    if (found === undefined || found.length === 0) return found;
    const change = textChange(this.document.text, text);
    return found.flatMap((finding) => {
      const range = rangeAfter(change, finding.range);
      return range === undefined ? [] : [{ ...finding, range, fixes: [] }];
    });
  }

  /** Where the YAML is broken, what the rules make of the broken text is not all shown; of the rest what had been found before the break is kept. */
  #foundOfPlan(): readonly Finding[] | undefined {
    const [found, carried] = [this.#ofPlan, this.#carried];
    if (found === undefined || this.document.problems.length === 0) return found ?? carried;
    const holds = holdsIn(this.document);
    return [...found.filter(holds), ...(carried ?? []).filter((finding) => !holds(finding))];
  }

  #ofParts(): readonly Finding[] {
    this.#parts ??= [...partRuleFindings(this.document, this.model, this.#catalogue), ...scriptFindings(this.document, this.model, this.#catalogue)];
    return this.#parts;
  }
}
