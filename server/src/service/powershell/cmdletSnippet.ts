/** A call of a cmdlet with its mandatory parameters as tab stops, in the editors' snippet syntax. */
import type { Cmdlet, Parameter } from '../catalogue/cmdlet.ts';
import { findParameter } from '../catalogue/findParameter.ts';
import { usualSet } from './parameterSets.ts';

/** Above this a list of choices is no help. */
const mostChoices = 20;

const numeric = /^(U?Int(16|32|64)|Double|Single|Unlimited|ByteQuantifiedSize|TimeSpan|EnhancedTimeSpan)$/;

/** A further parameter for a call, and which of its values stands first among the choices. */
export type FurtherParameter = readonly [name: string, first?: string];

/** Names in `also` that the cmdlet lacks are left out. */
export function cmdletSnippet(cmdlet: Cmdlet, also: readonly FurtherParameter[] = []): string {
  const mandatory = (usualSet(cmdlet)?.members ?? []).filter((member) => member.mandatory).map((member) => member.parameter);
  const further = also.flatMap(([name]) => findParameter(cmdlet, name) ?? []);
  const firsts = new Map(also.map(([name, first]) => [findParameter(cmdlet, name), first]));
  let stops = 0;
  const next = (): number => (stops += 1);
  const parameters = [...new Set([...mandatory, ...further])];
  return [plain(cmdlet.name), ...parameters.map((parameter) => argument(parameter, firsts.get(parameter), next))].join(' ');
}

function argument(parameter: Parameter, first: string | undefined, next: () => number): string {
  const name = `-${plain(parameter.name)}`;
  const placeholder = (text: string): string => `\${${next()}:${plain(text)}}`;
  // A switch stands for itself, and these types take no text.
  if (parameter.type === 'SwitchParameter') return name;
  if (parameter.type === 'PSCredential') return `${name} (Get-Credential)`;
  if (parameter.type === 'SecureString') return `${name} (Read-Host -AsSecureString)`;
  if (parameter.type === 'Byte[]') return `${name} ([System.IO.File]::ReadAllBytes("${placeholder('path')}"))`;
  // The `$` stays outside of the choices: editors disagree on whether a backslash takes its meaning away inside.
  if (parameter.type === 'Boolean') return `${name} \\$${choices(first === '$false' ? ['false', 'true'] : ['true', 'false'], next)}`;
  if (parameter.parts) {
    const parts = Object.entries(parameter.parts).map(([part, values], at) => (at === 0 ? placeholder(part) : choices(values, next)));
    return `${name} "${parts.join(': ')}"`;
  }
  const values = (parameter.values ?? []).filter((value) => /^[\w.-]+$/.test(value));
  if (values.length > 1 && values.length <= mostChoices) {
    const foremost = first ?? parameter.default ?? '';
    return `${name} ${choices([...values.filter((value) => value === foremost), ...values.filter((value) => value !== foremost)], next)}`;
  }
  const isBare = (parameter.list ?? false) || parameter.type.endsWith('[]') || numeric.test(parameter.type);
  return isBare ? `${name} ${placeholder(parameter.name)}` : `${name} "${placeholder(parameter.name)}"`;
}

function choices(values: readonly string[], next: () => number): string {
  return `\${${next()}|${values.join(',')}|}`;
}

/** Text that the snippet syntax must not read. */
function plain(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}
