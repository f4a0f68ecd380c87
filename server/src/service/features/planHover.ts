import type { Catalogue } from '../catalogue/catalogue.ts';
import { findParameter } from '../catalogue/findParameter.ts';
import { helpPage } from '../catalogue/helpPage.ts';
import { describeExchange } from '../exchange/exchangeBuilds.ts';
import type { OffsetRange } from '../finding.ts';
import { withOwnProfiles } from '../plan/ownProfiles.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { PlanPath } from '../plan/planPath.ts';
import { narrowed, schemaAt, type SchemaNode } from '../plan/planSchema.ts';
import { valueAt } from '../plan/schemaFindings.ts';
import type { ReadPlan } from '../readPlan.ts';
import { pathAt } from './pathAt.ts';

export interface Hover {
  readonly markdown: string;
  readonly range: OffsetRange;
}

/** What a key means, which values it takes, and the cmdlet parameter that it stands for. */
export function hoverPlan({ document: plan, model }: Pick<ReadPlan, 'document' | 'model'>, offset: number, catalogue: Catalogue): Hover | undefined {
  const at = pathAt(plan, offset);
  const schema = at === undefined ? undefined : withOwnProfiles(schemaAt(at.path), at.path, model.ownProfiles);
  const range = at === undefined ? undefined : at.part === 'key' ? plan.keyRange(at.path) : plan.valueRange(at.path);
  if (at === undefined || schema === undefined || range === undefined) return undefined;
  const value = valueAt(plan.value, at.path);
  const chosen = at.part === 'value' && typeof value === 'string' ? narrowed(schema, 'scalar') : schema;
  const name = at.path.findLast((part) => typeof part === 'string') ?? '';
  const parts = [`**${name}**`, chosen.description ?? '', valuesOf(chosen, at.part === 'value' ? value : undefined), parameterOf(schema, catalogue)];
  if (at.path.includes('exchange')) parts.push(exchangeOf(plan, at.path));
  return { markdown: parts.filter((part) => part !== '').join('\n\n'), range };
}

/** The values of a key, a chosen one first. */
export function valuesOf(schema: SchemaNode, value: unknown): string {
  const words = schema['x-enumDescriptions'] ?? [];
  if (schema.enum === undefined) return '';
  const rows = schema.enum.map((each, index) => (words[index] === undefined ? `- \`${each}\`` : `- \`${each}\`: ${words[index]}`));
  const chosen = typeof value === 'string' ? schema.enum.indexOf(value) : -1;
  return (chosen < 0 ? rows : [rows[chosen] ?? '', ...rows.filter((_row, index) => index !== chosen)]).join('\n');
}

function parameterOf(schema: SchemaNode, catalogue: Catalogue): string {
  const cmdlet = schema['x-cmdlet'] === undefined ? undefined : catalogue.find(schema['x-cmdlet']);
  if (cmdlet === undefined) return '';
  const parameter = schema['x-parameter'] === undefined ? undefined : findParameter(cmdlet, schema['x-parameter']);
  const link = `[${cmdlet.name}](${helpPage(cmdlet.name)})`;
  return parameter === undefined ? `Exchange: ${link}` : `Exchange: ${link} \`-${parameter.name}\` (${parameter.type}; ${parameter.versions.join(', ')})`;
}

/** Build, date and support of the Exchange that is stated around a path. */
function exchangeOf(plan: PlanDocument, path: PlanPath): string {
  const stated = valueAt(plan.value, path.slice(0, path.indexOf('exchange') + 1));
  if (typeof stated !== 'object' || stated === null) return '';
  const text = (key: string): Record<string, string> => {
    const value = (stated as Record<string, unknown>)[key];
    return typeof value === 'string' ? { [key]: value } : {};
  };
  return describeExchange({ ...text('version'), ...text('update'), ...text('build') }) ?? '';
}
