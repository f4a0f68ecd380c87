/** A call of a cmdlet with its mandatory parameters as tab stops, in the editors' snippet syntax. */
import type { Cmdlet, Parameter } from '../catalogue/cmdlet.ts';
import { findParameter } from '../catalogue/findParameter.ts';
import { usualSet } from './parameterSets.ts';

/** Above this a list of choices is no help. */
const mostChoices = 20;

const numeric = /^(U?Int(16|32|64)|Double|Single|Unlimited|ByteQuantifiedSize|TimeSpan|EnhancedTimeSpan)$/;

/** `also` names further parameters for the call; those that the cmdlet lacks are left out. */
export function cmdletSnippet(cmdlet: Cmdlet, also: readonly string[] = []): string {
  const set = usualSet(cmdlet);
  const mandatory = (set?.members ?? []).filter((member) => member.mandatory).map((member) => member.parameter);
  const further = also.flatMap((name) => findParameter(cmdlet, name) ?? []);
  const stops = [...new Set([...mandatory, ...further])].map((parameter, index) => argument(parameter, index + 1));
  return [plain(cmdlet.name), ...stops].join(' ');
}

function argument(parameter: Parameter, stop: number): string {
  const name = `-${plain(parameter.name)}`;
  // A switch stands for itself.
  if (parameter.type === 'SwitchParameter') return name;
  if (parameter.type === 'Boolean') return `${name} \\$\${${stop}|true,false|}`;
  const values = (parameter.values ?? []).filter((value) => /^[\w.-]+$/.test(value));
  if (values.length > 1 && values.length <= mostChoices) return `${name} \${${stop}|${values.join(',')}|}`;
  if (parameter.type === 'PSCredential') return `${name} (Get-Credential)`;
  const placeholder = `\${${stop}:${plain(parameter.name)}}`;
  const isBare = (parameter.list ?? false) || parameter.type.endsWith('[]') || numeric.test(parameter.type);
  return isBare ? `${name} ${placeholder}` : `${name} "${placeholder}"`;
}

/** Text that the snippet syntax must not read. */
function plain(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}
