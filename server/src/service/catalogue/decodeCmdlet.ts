/** One line of the catalogue as a {@link Cmdlet}. */
import type { Cmdlet, Origin, Parameter, ParameterSet, PowershellEdition, SetMember, VersionCode } from './cmdlet.ts';
import type { CmdletLine, SharedParameter } from './fileFormat.ts';

export interface IndexedCmdlet {
  readonly name: string;
  readonly origin: Origin;
  readonly module?: string;
  readonly versions: readonly VersionCode[];
  readonly federationArea?: string;
  readonly onlyInPowershell?: PowershellEdition;
}

export function versionList(codes: string): readonly VersionCode[] {
  return codes.split(' ') as VersionCode[];
}

export function decodeCmdlet(line: CmdletLine, indexed: IndexedCmdlet, shared: (at: number) => SharedParameter): Cmdlet {
  const parameters = line.parameters.map((entry) => {
    const pair = typeof entry === 'number' ? shared(entry) : entry;
    return decodeParameter(pair, indexed.versions);
  });
  const sets = line.sets.map(([name, members, isDefault]) => ({ name, isDefault: isDefault === 1, members: decodeMembers(members, parameters) }));
  const { name, origin, module, versions, federationArea, onlyInPowershell } = indexed;
  return {
    ...line,
    name,
    origin,
    versions,
    ...(module === undefined ? {} : { module }),
    ...(federationArea === undefined ? {} : { federationArea }),
    ...(onlyInPowershell === undefined ? {} : { onlyInPowershell }),
    sets,
    parameters,
  };
}

function decodeParameter([name, facts]: SharedParameter, cmdletVersions: readonly VersionCode[]): Parameter {
  const versions = facts.versions === undefined ? cmdletVersions : versionList(facts.versions);
  return { ...facts, name, aliases: facts.aliases ?? [], versions };
}

function decodeMembers(members: string, parameters: readonly Parameter[]): ParameterSet['members'] {
  const decoded: SetMember[] = [];
  for (const run of members === '' ? [] : members.split(' ')) {
    const numbers = run.replace(/[!@~]+$/, '');
    const marks = run.slice(numbers.length);
    const dash = numbers.indexOf('-');
    const first = Number(dash < 0 ? numbers : numbers.slice(0, dash));
    const last = dash < 0 ? first : Number(numbers.slice(dash + 1));
    const [mandatory, positional, contradicts] = [marks.includes('!'), marks.includes('@'), marks.includes('~')];
    for (let at = first; at <= last; at += 1) {
      const parameter = parameters[at];
      if (parameter !== undefined) decoded.push({ parameter, mandatory, positional, takesValue: (parameter.type === 'SwitchParameter') === contradicts });
    }
  }
  return decoded;
}
