import type { OffsetRange } from '../finding.ts';
import type { PlanPath } from '../plan/planPath.ts';
import type { Organization, Relationship } from '../plan/planModel.ts';
import type { ReadPlan } from '../readPlan.ts';

export interface OutlineItem {
  readonly kind: 'group' | 'organization' | 'domain' | 'relationship' | 'step';
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  /** The whole entry. */
  readonly range: OffsetRange;
  /** Its name, inside `range`. */
  readonly selection: OffsetRange;
  readonly children: readonly OutlineItem[];
}

/** What a plan is made of: organizations with their domains, relationships, steps. */
export function outline(plan: ReadPlan): OutlineItem[] {
  const { model } = plan;
  return [
    ...group(plan, 'organizations', model.organizations.flatMap((each) => organizationItem(plan, each))),
    ...group(plan, 'organizationRelationships', model.relationships.flatMap((each) => relationshipItem(plan, each))),
    ...group(plan, 'steps', model.steps.flatMap(({ path, data }) => entryItem(plan, 'step', path, data.id ?? '', data.title ?? '', [...path, 'id']))),
  ];
}

function group(plan: ReadPlan, key: string, children: readonly OutlineItem[]): OutlineItem[] {
  const selection = plan.document.keyRange([key]);
  if (selection === undefined || children.length === 0) return [];
  return [{ kind: 'group', name: key, detail: '', selection, range: around(selection, plan.document.valueRange([key]), plan.document.text), children }];
}

function organizationItem(plan: ReadPlan, { id, path, data, acceptedDomains }: Organization): OutlineItem[] {
  const selection = plan.document.keyRange(path);
  if (selection === undefined || id === '') return [];
  const domains = acceptedDomains.flatMap((domain) => {
    const isNameAlone = domain.path.at(-1) !== 'name';
    return entryItem(plan, 'domain', isNameAlone ? domain.path : domain.path.slice(0, -1), domain.name, domain.primary ? 'primary' : '', domain.path);
  });
  return [{ kind: 'organization', name: id, detail: data.name ?? data.role ?? '', selection, range: around(selection, plan.document.valueRange(path), plan.document.text), children: domains }];
}

function relationshipItem(plan: ReadPlan, { path, data }: Relationship): OutlineItem[] {
  const direction = data.owner === undefined || data.target === undefined ? '' : `${data.owner} → ${data.target}`;
  const name = data.name ?? '';
  return entryItem(plan, 'relationship', path, name === '' ? direction : name, name === '' ? '' : direction, [...path, name === '' ? 'owner' : 'name']);
}

/** An item of a list; one that has no name yet goes by its number. */
function entryItem(plan: ReadPlan, kind: OutlineItem['kind'], path: PlanPath, name: string, detail: string, namePath: PlanPath): OutlineItem[] {
  const whole = plan.document.valueRange(path);
  if (whole === undefined) return [];
  const range = around({ start: whole.start, end: whole.start }, whole, plan.document.text);
  const selection = plan.document.valueRange(namePath);
  const isInside = selection !== undefined && range.start <= selection.start && selection.end <= range.end;
  const number = Number(path.at(-1)) + 1;
  return [{ kind, name: name.trim() === '' ? `${kind} ${number}` : name, detail, range, selection: isInside ? selection : { start: range.start, end: range.start }, children: [] }];
}

/** From a key to the end of its value, without the blank lines behind it. */
function around(from: OffsetRange, to: OffsetRange | undefined, text: string): OffsetRange {
  let end = Math.max(from.end, to?.end ?? from.end);
  while (end > from.end && /\s/.test(text[end - 1] ?? '')) end--;
  return { start: Math.min(from.start, to?.start ?? from.start), end };
}
