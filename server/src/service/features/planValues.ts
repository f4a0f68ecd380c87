import type { Organization, PlanModel } from '../plan/planModel.ts';
import type { PlanPath } from '../plan/planPath.ts';
import type { SchemaNode } from '../plan/planSchema.ts';

/** A value that may stand at a place, with what is to be said of it. */
export interface PlanValue {
  readonly text: string;
  readonly documentation: string;
  /** False for numbers and booleans, which no quotes may surround. */
  readonly isText: boolean;
}

/** The values of a schema node: its own, or what the plan itself holds (its organizations, their domains), likely ones first. */
export function valuesAt(path: PlanPath, schema: SchemaNode, model: PlanModel): PlanValue[] {
  const value = (text: string, documentation: string): PlanValue => ({ text, documentation, isText: true });
  const description = schema.description ?? '';
  if (schema.enum !== undefined) return schema.enum.map((text, index) => value(text, schema['x-enumDescriptions']?.[index] ?? ''));
  if (schema.type === 'boolean') return ['true', 'false'].map((text) => ({ text, documentation: '', isText: false }));
  if (typeof schema.const === 'number') return [{ text: String(schema.const), documentation: description, isText: false }];
  if (schema['x-values'] === 'organizations') return organizations(path, model).map(({ id, data }) => value(id, data.name ?? ''));
  if (schema['x-values'] === 'domains') return domainsOf(targetsAt(path, model)).map(([name, id]) => value(name, `Domain of "${id}"`));
  const own = ownDomains(path, model);
  if (own.length > 0) return own.map(([name, id]) => value(name, `Domain of "${id}"`));
  return [...(typeof schema.default === 'string' ? [schema.default] : []), ...(schema.examples ?? [])].map((text) => value(text, description));
}

/** The owner of a relationship is not its target: whoever stands at the other end comes last. */
function organizations(path: PlanPath, model: PlanModel): readonly Organization[] {
  const relationship = relationshipAt(path, model);
  const other = path.at(-1) === 'target' ? relationship?.data.owner : path.at(-1) === 'owner' ? relationship?.data.target : undefined;
  return [...model.organizations.filter(({ id }) => id !== other), ...model.organizations.filter(({ id }) => id === other)];
}

/** The target's domains are what a relationship names; without one, those of all but the owner. */
function targetsAt(path: PlanPath, model: PlanModel): readonly Organization[] {
  const relationship = relationshipAt(path, model);
  if (relationship?.target !== undefined) return [relationship.target];
  return model.organizations.filter(({ id }) => id !== relationship?.owner?.id);
}

/** The identifier of an organization takes its own accepted domains; the schema has no word for "own". */
function ownDomains(path: PlanPath, model: PlanModel): [name: string, organization: string][] {
  if (path[0] !== 'organizations' || path[2] !== 'federatedOrganizationIdentifier' || (path[3] !== 'accountNamespace' && path[3] !== 'domains')) return [];
  return domainsOf(model.organizations.filter(({ id }) => id === path[1]));
}

function relationshipAt(path: PlanPath, model: PlanModel): PlanModel['relationships'][number] | undefined {
  return path[0] === 'organizationRelationships' ? model.relationships.find((each) => each.path[1] === path[1]) : undefined;
}

function domainsOf(organizations: readonly Organization[]): [name: string, organization: string][] {
  return organizations.flatMap(({ id, knownDomains, acceptedDomains }) => {
    // An internationalized name is offered as the plan writes it.
    const written = new Map(acceptedDomains.map((domain) => [domain.name, domain.written]));
    return knownDomains.map((name): [string, string] => [written.get(name) ?? name, id]);
  });
}
