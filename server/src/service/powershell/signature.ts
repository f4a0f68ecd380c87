/** The forms a cmdlet can be called in, as its page writes them: `New-X [-Name] <String> -DomainNames <…> [other parameters]`. */
import type { Cmdlet, Parameter, ParameterSet, SetMember } from '../catalogue/cmdlet.ts';

const mostForms = 6;

/** One line a set, mandatory and positional parameters only: whole lists have up to 200. */
export function signatures(cmdlet: Cmdlet): readonly string[] {
  const forms = cmdlet.sets.slice(0, mostForms).map((set) => signature(cmdlet, set));
  const left = cmdlet.sets.length - forms.length;
  return left > 0 ? [...new Set(forms), `# and ${left} more ${left === 1 ? 'form' : 'forms'}`] : [...new Set(forms)];
}

function signature(cmdlet: Cmdlet, set: ParameterSet): string {
  const shown = set.members.filter((member) => member.mandatory || member.positional);
  const others = set.members.length - shown.length;
  return [cmdlet.name, ...shown.map(memberSignature), ...(others > 0 ? [`[${others} other${others === 1 ? '' : 's'}]`] : [])].join(' ');
}

/** `[-Name] <String>`, in brackets where it need not be given. */
export function memberSignature({ parameter, mandatory, positional, takesValue }: SetMember): string {
  const name = positional ? `[-${parameter.name}]` : `-${parameter.name}`;
  const whole = takesValue ? `${name} <${parameter.type}>` : name;
  return mandatory ? whole : `[${whole}]`;
}

export function parameterSignature(parameter: Parameter): string {
  return parameter.type === 'SwitchParameter' ? `-${parameter.name}` : `-${parameter.name} <${parameter.type}>`;
}
