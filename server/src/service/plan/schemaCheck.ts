import type { Finding } from '../finding.ts';
import { movedFinding } from '../movedFinding.ts';
import validateOutline from './generated/validateOutline.js';
import validatePlan from './generated/validatePlan.js';
import { noOwnProfiles, type OwnProfiles } from './ownProfiles.ts';
import type { PlanItem } from './placedItems.ts';
import { pieceAlone, type PlanDocument } from './planDocument.ts';
import { pathOfPointer, type PlanPath } from './planPath.ts';
import { noMapping, schemaFinding, valueAt, type PlacedProblem } from './schemaFindings.ts';
import type { SchemaProblem } from './schemaProblem.ts';

/** More help nobody, and each costs a look at its place. */
const mostFindings = 200;

/** What the schema finds, and the places whose values are therefore not to be built upon. */
export interface SchemaCheck {
  readonly findings: readonly Finding[];
  readonly unfit: readonly PlanPath[];
}

/** Problems of keys: the value that has them is what it should be. */
const saysNothingOfValue = new Set(['required', 'additionalProperties', 'propertyNames']);

/** The outline of a plan has its own keys and those of its lists and mappings; what is deeper belongs to one piece. */
const outlineDepth = 2;

/**
 * Checks a plan against its schema: the outline as a whole, and what is inside each piece once, until the piece changes.
 *
 * @param ownProfiles their ids are values of "profile" as well
 */
export function checkSchema(plan: PlanDocument, ownProfiles: OwnProfiles = noOwnProfiles): SchemaCheck {
  if (plan.value === null || typeof plan.value !== 'object' || Array.isArray(plan.value)) return { findings: [noMapping(plan)], unfit: [[]] };
  validateOutline(plan.value);
  const outline = placed(validateOutline.errors ?? [], plan.value, 0).filter(({ path }) => path.length < outlineDepth);
  const checks = [checked(outline, plan, ownProfiles)];
  for (const item of plan.items) {
    const check = pieceCheck(plan, item, ownProfiles);
    if (check !== undefined) checks.push(check);
  }
  return { findings: checks.flatMap(({ findings }) => findings).slice(0, mostFindings), unfit: checks.flatMap(({ unfit }) => unfit) };
}

/** The problems inside a piece as the validator tells them, by what was made of the piece. */
const problems = new WeakMap<object, readonly SchemaProblem[]>();
/** What is said of them, by the same; it names places by their number in a list. */
const kept = new WeakMap<object, { readonly offset: number; readonly ownProfiles: OwnProfiles; readonly check: SchemaCheck }>();

function pieceCheck(plan: PlanDocument, item: PlanItem, ownProfiles: OwnProfiles): SchemaCheck | undefined {
  let own = problems.get(item.made);
  if (own === undefined) {
    own = problemsInside(item);
    problems.set(item.made, own);
  }
  if (own.length === 0) return undefined;
  let known = kept.get(item.made);
  if (known?.offset !== item.offset || known.ownProfiles !== ownProfiles) {
    known = { offset: item.offset, ownProfiles, check: checked(placed(own, inPlace(item), item.offset), pieceAlone(item), ownProfiles) };
    kept.set(item.made, known);
  }
  // Of a key that stands twice the last is taken; the first has been told to be one too many.
  const isTaken = ([name, second]: PlanPath): boolean => plan.itemAt([name ?? '', second ?? '']) === item;
  const unfit = known.check.unfit.filter(isTaken);
  return { findings: known.check.findings.map((finding) => movedFinding(finding, item.start)), unfit };
}

function problemsInside(item: PlanItem): readonly SchemaProblem[] {
  const value = inPlace(item);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  validatePlan(value);
  return (validatePlan.errors ?? []).filter(({ instancePath }) => instancePath.split('/').length > outlineDepth);
}

/** A plan that has this piece only. */
function inPlace({ path: [parent], value }: PlanItem): unknown {
  return parent === undefined ? value : { [parent]: value };
}

/** @param offset of the entries of a list, where `value` holds a part of it */
function placed(found: readonly SchemaProblem[], value: unknown, offset: number): PlacedProblem[] {
  return found.map((problem) => {
    const path = pathOfPointer(problem.instancePath, (at) => Array.isArray(valueAt(value, at)));
    const [name, second, ...rest] = path;
    return { problem, path: name !== undefined && typeof second === 'number' ? [name, second + offset, ...rest] : path, value: valueAt(value, path) };
  });
}

function checked(found: readonly PlacedProblem[], plan: PlanDocument, ownProfiles: OwnProfiles): SchemaCheck {
  const findings: Finding[] = [];
  const unfit: PlanPath[] = [];
  const told = new Set<string>();
  for (const each of found.slice(0, mostFindings)) {
    const finding = schemaFinding(each, plan, ownProfiles);
    if (finding === undefined) continue;
    if (!saysNothingOfValue.has(each.problem.keyword)) unfit.push(each.path);
    const key = `${finding.range.start} ${finding.message}`;
    if (!told.has(key)) findings.push(finding);
    told.add(key);
  }
  // Of what is so far from the schema nothing is taken; one look at each place would take long.
  const further = new Map(found.slice(mostFindings).map(({ path }) => [JSON.stringify(path.slice(0, outlineDepth)), path.slice(0, outlineDepth)]));
  return { findings, unfit: [...unfit, ...further.values()] };
}
