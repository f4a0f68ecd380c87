/** Calls of documented cmdlets that are being written, each with a cursor: what `complete` is asked about live. */
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import type { Cmdlet, Parameter } from '../../server/src/service/catalogue/cmdlet.ts';
import { Random } from './random.ts';

export interface FreshCursor {
  readonly kind: string;
  readonly text: string;
  readonly cursor: number;
  readonly on?: string;
}

const words = ['NHSmail', '"a b"', "'O''Brien'", '50%', '$x', '(Get-Date)', 'nhs.example', '*', '@{a=1}', '{ $_ }', 'a,b', '5', '"$x"', "'Default Web Site'"];
const versions = ['2010', '2013', '2016', '2019', 'SE', 'EXO'] as const;
const around: readonly (readonly [before: string, behind: string])[] = [
  ['', ''], ['', ''], ['', ''], ['$y = ', ''], ['if ($true) { ', ' }'], ['foreach ($s in ', ') { $s }'], ['Get-FederationTrust\n', '\nGet-FederationTrust'], ['"has $(', ') now"'],
  ['Get-FederationTrust | ', ''], ['Get-FederationTrust | ', ' | Where-Object { $_ }'], ['& { ', ' }'], ['try { ', ' } catch { }'], ['# note\n', ' # note'], ['@{ a = ', ' }'],
];

export function* freshCursors(seed: number, catalogueFile: string): Generator<FreshCursor, never> {
  const catalogue = openCatalogue(catalogueFile);
  const random = new Random(seed);
  for (;;) {
    const cmdlet = catalogue.find(random.pick(catalogue.names));
    if (cmdlet === undefined || cmdlet.parameters.length === 0) continue;
    const [before, behind] = random.pick(around);
    const on = random.chance(0.5) ? random.pick(versions) : undefined;
    const { kind, written, rest } = call(random, cmdlet);
    // A word in quotes would need the quotes of what is around it.
    if (before.startsWith('"') && /["']/.test(written + rest)) continue;
    const version = on === undefined || !cmdlet.versions.includes(on) ? {} : { on };
    yield { kind, text: before + written + rest + behind, cursor: before.length + written.length, ...version };
  }
}

function call(random: Random, cmdlet: Cmdlet): { readonly kind: string; readonly written: string; readonly rest: string } {
  const head = [cmdlet.name, ...(random.chance(0.3) ? [random.pick(words)] : []), ...some(random, cmdlet)].join(random.chance(0.1) ? ' `\n  ' : ' ');
  const parameter = random.pick(cmdlet.parameters);
  const beginning = parameter.name.slice(0, 1 + random.below(parameter.name.length));
  const rest = random.chance(0.3) ? ` ${some(random, cmdlet).join(' ')}` : '';
  const withValues = cmdlet.parameters.filter(({ values }) => values !== undefined);
  const valued = withValues.length > 0 ? random.pick(withValues) : undefined;
  const value = valued?.values === undefined ? '' : random.pick(valued.values).slice(0, random.below(4));
  switch (random.below(valued === undefined ? 4 : 8)) {
    case 0:
      return { kind: 'dash', written: `${head} -`, rest };
    case 1:
      return { kind: 'part', written: `${head} -${random.chance(0.3) ? beginning.toLowerCase() : beginning}`, rest };
    case 2:
      return { kind: 'name', written: cmdlet.name.slice(0, cmdlet.name.indexOf('-') + 2 + random.below(8)), rest: '' };
    case 3:
      return { kind: 'alias', written: `${head} -${random.pick([...parameter.aliases, parameter.name]).slice(0, 3)}`, rest };
    case 4:
      return { kind: 'value', written: `${head} -${valued?.name ?? ''} ${value}`, rest: value === '' ? '' : rest };
    case 5:
      return { kind: 'quoted', written: `${head} -${valued?.name ?? ''} ${random.pick(['"', "'"])}${value}`, rest: '' };
    case 6:
      return { kind: 'colon', written: `${head} -${valued?.name ?? ''}:${value}`, rest: value === '' ? '' : rest };
    default:
      return { kind: 'list', written: `${head} -${valued?.name ?? ''} a,${value}`, rest: '' };
  }
}

/** A few parameters with what they take. */
function some(random: Random, cmdlet: Cmdlet): string[] {
  return Array.from({ length: random.below(4) }, () => {
    const parameter: Parameter = random.pick(cmdlet.parameters);
    const name = random.chance(0.15) ? parameter.name.slice(0, 2 + random.below(parameter.name.length)) : parameter.name;
    if (parameter.type === 'SwitchParameter') return random.chance(0.3) ? `-${name}:$true` : `-${name}`;
    return `-${name}${random.chance(0.1) ? ':' : ' '}${random.pick(parameter.values ?? words)}`;
  });
}
