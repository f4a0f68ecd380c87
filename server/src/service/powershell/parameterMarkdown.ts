/** What the catalogue knows of a parameter, for reading. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { CommonParameter, Origin, Parameter, VersionCode } from '../catalogue/cmdlet.ts';
import { isAvailableIn, versionsInWords } from '../catalogue/versions.ts';
import { code, powershellBlock, table } from './markdown.ts';
import { parameterSignature } from './signature.ts';

/** Values written out; a few types have over a hundred. */
const mostValues = 30;

export function parameterMarkdown(parameter: Parameter, catalogue: Catalogue, version: VersionCode | undefined, origin: Origin): string {
  const labels = catalogue.meta.versions;
  const notes = [
    ...(isAvailableIn(parameter, version) || version === undefined ? [] : [`**Not in ${labels[version]}**, the version of this organization.`]),
    ...(parameter.deprecated ? ['**Deprecated.**'] : []),
    ...(parameter.replacedBy === undefined ? [] : [`Replaced by ${code(`-${parameter.replacedBy}`)}.`]),
    ...(parameter.internal ? ['Reserved for internal Microsoft use.'] : []),
  ];
  const rows = [
    ['Mandatory', mandatoryInWords(parameter)],
    ['Values', values(parameter, catalogue)],
    ['In PowerShell 7 also', list(parameter.valuesOfPowershell7 ?? [])],
    ...Object.entries(parameter.parts ?? {}).map(([part, partValues]) => [part, list(partValues)]),
    ['Default', parameter.default === undefined ? '' : code(parameter.default)],
    ['Range', range(parameter)],
    ['Length', length(parameter)],
    ['Identified by', (parameter.identityForms ?? []).join(', ')],
    ['Position', parameter.position === undefined ? '' : String(parameter.position)],
    ['Pipeline', parameter.pipeline === undefined ? '' : 'accepts input'],
    ['Only with', (parameter.requires ?? []).map((other) => code(`-${other.param}`) + (other.in ? ` ${list(other.in)}` : '')).join(', ')],
    ['Not with', (parameter.excludes ?? []).map((other) => code(`-${other}`)).join(', ')],
    ['Aliases', parameter.aliases.map((alias) => code(`-${alias}`)).join(', ')],
    ['Versions', origin === 'exchange' ? versionsInWords(parameter.versions) : ''],
    ['PowerShell', parameter.onlyInPowershell ?? ''],
  ].filter(([, fact]) => fact !== '');
  return [powershellBlock([parameterSignature(parameter)]), notes.join('  \n'), table(['', ''], rows)].filter((part) => part !== '').join('\n\n');
}

export function commonParameterMarkdown(parameter: CommonParameter): string {
  const signature = parameter.type === 'SwitchParameter' ? `-${parameter.name}` : `-${parameter.name} <${parameter.type}>`;
  const rows = [
    ['Values', list(parameter.values ?? [])],
    ['Aliases', (parameter.aliases ?? []).map((alias) => code(`-${alias}`)).join(', ')],
    ['PowerShell', parameter.since === undefined ? '' : `${parameter.since} and later`],
  ].filter(([, fact]) => fact !== '');
  const facts = rows.length > 0 ? [table(['', ''], rows)] : [];
  return [powershellBlock([signature]), 'PowerShell gives this parameter to every cmdlet.', ...facts].join('\n\n');
}

/** Empty where it is optional in every form. */
export function mandatoryInWords(parameter: Parameter): string {
  if (parameter.mandatory === undefined) return '';
  return parameter.mandatory === true && parameter.sets === undefined ? 'yes' : 'in some forms';
}

function values(parameter: Parameter, catalogue: Catalogue): string {
  if (parameter.type === 'Boolean') return list(parameter.nullable ? ['$true', '$false', '$null'] : ['$true', '$false']);
  if (parameter.type === 'SwitchParameter') return '';
  const enumeration = parameter.values ? undefined : catalogue.enumeration(parameter.type);
  const all = parameter.values ?? enumeration?.values ?? [];
  const open = all.length > 0 && (parameter.open ?? (enumeration !== undefined));
  return list(all) + (open ? ' (others may exist)' : '');
}

function list(all: readonly string[]): string {
  const shown = all.slice(0, mostValues).map(code).join(', ');
  return all.length > mostValues ? `${shown} and ${all.length - mostValues} more` : shown;
}

function range({ min, max, minTime, maxTime, orUnlimited }: Parameter): string {
  const from = minTime ?? min;
  const to = maxTime ?? max;
  if (from === undefined && to === undefined) return '';
  const bounds = to === undefined ? `${from} and more` : from === undefined ? `up to ${to}` : `${from} to ${to}`;
  return orUnlimited ? `${bounds}, or unlimited` : bounds;
}

function length({ maxLength, itemMaxLength, maxItems }: Parameter): string {
  return [
    ...(maxLength === undefined ? [] : [`up to ${maxLength} characters`]),
    ...(itemMaxLength === undefined ? [] : [`items up to ${itemMaxLength} characters`]),
    ...(maxItems === undefined ? [] : [`up to ${maxItems} items`]),
  ].join(', ');
}
