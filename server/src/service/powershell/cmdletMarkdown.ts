/** What the catalogue knows of a cmdlet, for reading. */
import type { Catalogue, RetiredCmdlet } from '../catalogue/catalogue.ts';
import type { Cmdlet, Origin, Parameter, VersionCode } from '../catalogue/cmdlet.ts';
import type { CommandAlias, KnownCommand } from '../catalogue/commandNames.ts';
import { helpPage } from '../catalogue/helpPage.ts';
import { isAvailableIn, isFrom, versionsInWords } from '../catalogue/versions.ts';
import { code, powershellBlock, table } from './markdown.ts';
import { mandatoryInWords } from './parameterMarkdown.ts';
import { signatures } from './signature.ts';

/** Rows of a hover's table; the page has the rest. */
const mostRows = 24;

/** `given` go to the top of the table, behind the mandatory ones. */
export function cmdletMarkdown(cmdlet: Cmdlet, catalogue: Catalogue, version: VersionCode | undefined, given: ReadonlySet<Parameter>): string {
  const { versions } = catalogue.meta;
  const notes = [
    whereabouts(cmdlet),
    ...(isAvailableIn(cmdlet, version) || version === undefined ? [] : [`**Not in ${versions[version]}**, the version of this organization.`]),
    ...(cmdlet.deprecated === 'planned' ? ['**To be deprecated.**'] : []),
    ...(cmdlet.deprecated === true ? [`**Deprecated**${inVersion(cmdlet, catalogue)}.`] : []),
    ...replacement(cmdlet, catalogue, version),
    ...(cmdlet.role === undefined ? [] : [`Needs the role ${code(cmdlet.role)}, which no role group has by default.`]),
  ];
  return [
    powershellBlock(signatures(cmdlet)),
    notes.join('  \n'),
    parameterTable(cmdlet, given),
    source(pageLink(cmdlet), catalogue, cmdlet.origin),
  ].filter((part) => part !== '').join('\n\n');
}

/** For a list: the forms it is called in, where it is, and its page. */
export function entryMarkdown(cmdlet: Cmdlet): string {
  return [powershellBlock(signatures(cmdlet)), whereabouts(cmdlet), pageLink(cmdlet)].join('\n\n');
}

export function aliasMarkdown({ name, target, onlyInPowershell }: CommandAlias): string {
  const only = onlyInPowershell === undefined ? '' : onlyInPowershell === '7' ? ', in PowerShell 7 only' : ', in Windows PowerShell only';
  return `${code(name)} is an alias of ${code(target)}${only}.`;
}

/** What is known of a function or program by its name alone. */
export function commandMarkdown({ kind, origin }: KnownCommand): string {
  const home = origin === 'exchange' ? "the Exchange Management Shell's" : origin === 'powershell' ? "PowerShell's own" : "Windows'";
  return `One of ${home} ${kind}s.`;
}

/** Versions of Exchange, or the module and the PowerShell that has it. */
function whereabouts({ origin, module, versions, onlyInPowershell }: Cmdlet): string {
  if (origin === 'exchange') return versionsInWords(versions);
  return `Module ${code(module ?? '')}${onlyInPowershell === undefined ? '' : onlyInPowershell === '7' ? ', PowerShell 7 only' : ', Windows PowerShell only'}`;
}

export function pageLink(cmdlet: Cmdlet): string {
  return `[${cmdlet.name}](${helpPage(cmdlet.name, cmdlet.module)})`;
}

export function retiredMarkdown(retired: RetiredCmdlet, catalogue: Catalogue): string {
  return [
    powershellBlock([retired.name]),
    `**Retired.** Microsoft removed the page of ${code(retired.name)} from the documentation on ${retired.removed}. ` +
      'Look for the cmdlet that took its place before running this.',
    source('', catalogue),
  ].join('\n\n');
}

/** Where the facts come from and how old they are. */
export function source(link: string, { meta }: Catalogue, origin: Origin = 'exchange'): string {
  const date = meta.others.find((other) => other.origin === origin)?.date ?? meta.date;
  return [...(link === '' ? [] : [link]), `catalogue of ${date}`].join(' · ');
}

function inVersion(cmdlet: Cmdlet, catalogue: Catalogue): string {
  const label = catalogue.meta.versions[cmdlet.deprecatedIn as VersionCode] as string | undefined;
  return label === undefined ? '' : ` in ${label}`;
}

function replacement(cmdlet: Cmdlet, catalogue: Catalogue, version: VersionCode | undefined): readonly string[] {
  if (cmdlet.replacedBy === undefined) return [];
  const { cmdlet: other, kind, from } = cmdlet.replacedBy;
  const since = from === undefined ? '' : ` from ${catalogue.meta.versions[from]} on`;
  const link = `[${other}](${helpPage(other)})`;
  if (kind === 'recommended') return [`${link} is recommended instead${since}.`];
  const applies = from === undefined || (version !== undefined && isFrom(version, from));
  return [applies ? `**Replaced** by ${link}${since}.` : `Replaced by ${link}${since}.`];
}

function parameterTable(cmdlet: Cmdlet, given: ReadonlySet<Parameter>): string {
  const order = (parameter: Parameter): number => {
    if (parameter.mandatory === true && parameter.sets === undefined) return 0;
    if (given.has(parameter)) return 1;
    return parameter.internal || parameter.deprecated ? 3 : 2;
  };
  const sorted = [...cmdlet.parameters].sort((a, b) => order(a) - order(b));
  if (sorted.length === 0) return 'It has no parameters of its own.';
  const rows = sorted.slice(0, mostRows).map((parameter) => [
    code(`-${parameter.name}`),
    parameter.type,
    mandatoryInWords(parameter),
    parameter.default === undefined ? '' : code(parameter.default),
    parameter.versions === cmdlet.versions ? '' : versionsInWords(parameter.versions),
  ]);
  const left = sorted.length - rows.length;
  return table(['Parameter', 'Type', 'Mandatory', 'Default', 'Only in'], rows) + (left > 0 ? `\n\nand ${left} more` : '');
}
