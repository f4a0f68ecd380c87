import type { Catalogue } from '../../server/src/service/catalogue/catalogue.ts';
import type { Cmdlet, Parameter, ParameterSet, VersionCode } from '../../server/src/service/catalogue/cmdlet.ts';
import type { Random } from './random.ts';

export interface FreshCall {
  /** What was done to a call that was right. */
  readonly kind: string;
  readonly text: string;
  readonly on?: VersionCode;
}

const words = ['NHSmail', 'EX01', '*', 'EX01\\EWS', 'nhs.example', "'a b'", '"a b"', "'O''Brien'", '"(x)"', 'me@nhs.example', 'https://nhs.example/autodiscover', '50%', 'proxy1:1234', "''", '5', '-1', 'a`,b'];
const expressions = ['$x', '$server.Name', '$_', '(Get-Date)', '$(Get-Item x)', '"$x.example"', '{ $_ }', '[int]$x', '$x[0]', '@{Add="a"}', '@{Add="a","b";Remove="c"}', '-not $x', '(1 -eq 1)', '@($x)', '($a + $b)', '[guid]::NewGuid()', '$null'];
const typed: Readonly<Record<string, readonly string[]>> = {
  Boolean: ['$true', '$false', '$True', '1', '0'],
  Int32: ['5', '0', '300', "'17'", '-1', '0x10', '1kb'],
  UInt32: ['5', '0', '70000'],
  Int64: ['5', '5000000000', '2GB'],
  Uri: ['https://nhs.example/x', 'nhs.example', "'http://a/b c'"],
  DateTime: ['2018-03-04', "'2018-03-04 10:00'", "'3/4/2018'", '3/4/2018', "'March 4, 2018'", "'04 Mar 2018 10:00 PM'", '"10:00 AM"', '2018-03-04T10:00:00Z'],
  Guid: ['8fd6ac6b-a1c8-4b1c-95c8-5d9f8b3c0a11', "'{8fd6ac6b-a1c8-4b1c-95c8-5d9f8b3c0a11}'", '8fd6ac6ba1c84b1c95c85d9f8b3c0a11'],
  TimeSpan: ['1.00:00:00', '00:05:00', '5', '10:30'],
  IPAddress: ['10.0.0.1', '::1', "'192.168.1.254'", 'fe80::1'],
  'Byte[]': ['1,2', '0', '@(1, 2)'],
};
const wrong = ['True', 'false', "'$true'", '$null', 'x', '1.5', '5000000000', "'1,5'", '@()', '$true,$false', "'a','b'", '2018-13-40', 'http://[', '25:61', '{}', '-x', '1e3', "'0x1F'", '10.0.0.1.2', '(1 -eq 1)', '@{}', "' 5 '", '1:2:3:4:5'];
/** What a value may look like besides, whatever the type. */
const unusual = [
  "('a')", '("a", "b")', '(5)', '@("a"; "b")', '@($null)', '@(@("a"), "b")', ",'a'", "'a',$null", '$null,$null', '""', "' '", '"`t"', '“a”', '‘a b’', '“a b", c', '-5', '+5', '.5', '5d', '5u', '1kb', '10 MB', "'10 MB'", '"10.5 GB (11,274,289,152 bytes)"', 'unlimited',
  'Unlimited', '0x7fffffff', '0xffffffff', '1e400', '12345678901234567890', "'5 '", '"$true"', '$TRUE', '$null', '@{}', '@{ a = 1; b = @() }', '{ }', '{ "a" }', '(@{})', 'a=b', 'a:b', '/a', '--', '-', '*', '?', 'a,b,', '[a]', '[int]', '[string]5', "[guid]'x'", '#a', '$', '$$', '`"a`"', "a''b", "a'b c'd", '"a"b', 'a"b"', '%', '!', '.', '..',
  '2018-03-04T10:00', "'2018-3-4'", '10:00', "'1.02:03:04.5'", '1.2.3.4.5', '::', "'fe80::1%eth0'", '::ffff:10.0.0.1', 'http://', 'mailto:a@b', "'//a/b'", "'http://a b/'", "'http://a:99999/'", 'NaN', "'1e3'", "'1,000'", "'0b11'", '0b11', "'0X1f'", "'٣'", 'é', '😀',
] as const;
const common = ['-Verbose', '-ErrorAction Stop', '-ea SilentlyContinue', '-WarningAction:Ignore', '-ErrorVariable e', '-OutVariable o', '-vb', '-Debug', '-ErrorAction 1', '-OutBuffer 5'];
const versions: readonly VersionCode[] = ['2010', '2013', '2016', '2019', 'SE', 'EXO'];
const kinds = ['right', 'right', 'right', 'prefix', 'unknown-parameter', 'one-less', 'twice', 'boolean', 'value', 'surplus', 'switch', 'no-argument', 'piped', 'piped', 'other-set', 'typed', 'common', 'splat', 'literal-piped', 'unusual', 'unusual', 'layout', 'two'] as const;

/** Calls of the documented cmdlets, right ones and such as are wrong in one way. */
export class CallComposer {
  private readonly random: Random;
  private readonly catalogue: Catalogue;
  private readonly familiar: readonly string[];
  /** Arguments may be any expression: for binding without running. */
  private readonly withExpressions: boolean;
  private readonly unusual: readonly string[];

  constructor(random: Random, catalogue: Catalogue, withExpressions: boolean) {
    this.random = random;
    this.catalogue = catalogue;
    this.withExpressions = withExpressions;
    // The static binder takes dashes alone for parameters without a name.
    this.unusual = unusual.filter((each) => !withExpressions || !/^--?$/.test(each));
    this.familiar = catalogue.entries.filter(({ federationArea }) => federationArea !== undefined).map(({ name }) => name);
  }

  call(): FreshCall {
    const { random } = this;
    const kind = random.pick(this.withExpressions ? kinds.filter((each) => each !== 'splat') : kinds);
    const on = !this.withExpressions && random.chance(0.3) ? random.pick(versions) : undefined;
    const one = kind === 'splat' ? this.splatted() : kind === 'two' ? `${this.one('right')}${random.pick(['; ', '\n', ' | '])}${this.one('right')}` : this.one(kind);
    const gets = this.catalogue.names.filter((name) => name.startsWith('Get-'));
    const text = kind === 'piped' ? `${random.pick(gets)} | ${one}` : kind === 'literal-piped' ? `${random.pick(["'a'", '1', '$true', "@{Identity='a'}", '$null'])} | ${one}` : one;
    return { kind, text, ...(on && { on }) };
  }

  private cmdlet(): Cmdlet {
    const found = this.catalogue.find(this.random.pick(this.random.chance(0.5) ? this.familiar : this.catalogue.names));
    if (!found) throw new Error('A name of the catalogue that it does not find.');
    return found;
  }

  private members(set: ParameterSet, less: boolean): Parameter[] {
    const { random } = this;
    const share = Math.min(0.5, 3 / (set.members.length + 1));
    return set.members.filter(({ mandatory }) => (mandatory ? !less || random.chance(0.5) : random.chance(share))).map(({ parameter }) => parameter);
  }

  private one(kind: FreshCall['kind']): string {
    const { random } = this;
    const cmdlet = this.cmdlet();
    const set = random.pick(cmdlet.sets);
    const positional = new Set(set.members.filter((each) => each.positional).map((each) => each.parameter));
    const piped = kind === 'piped' || kind === 'literal-piped';
    const given = this.members(set, kind === 'one-less' || (piped && random.chance(0.7)));
    const parts = given.map((parameter) => (positional.has(parameter) && random.chance(0.4) ? this.value(parameter) : this.named(parameter, this.value(parameter))));
    const name = random.chance(0.1) ? cmdlet.name.toUpperCase() : cmdlet.name;
    this.change(kind, cmdlet, parts);
    if (cmdlet.whatIf && random.chance(0.15)) parts.push(random.pick(['-WhatIf', '-Confirm:$false', '-wi', '-cf:$false', '-Confirm $false']));
    if (random.chance(0.08)) parts.push(random.pick(common));
    return kind === 'layout' ? this.laidOut([name, ...parts]) : [name, ...parts].join(' ');
  }

  /** As pages and word processors break it, and as hands case it. */
  private laidOut(parts: readonly string[]): string {
    const { random } = this;
    const gap = random.pick([' `\n  ', '  ', '\t', '\u00a0', ' <# #> ', ' `\r\n']);
    const cased = random.chance(0.3) ? parts.map((part) => (/^-\w/.test(part) ? part.replace(/^-\w+/, (each) => (random.chance(0.5) ? each.toUpperCase() : each.toLowerCase())) : part)) : parts;
    return `${cased.join(gap)}${random.pick(['', ' ', ';', ' # note', ' 2>&1', ' | Out-Null'])}`;
  }

  /** What makes it wrong, or at least unusual. */
  private change(kind: FreshCall['kind'], cmdlet: Cmdlet, parts: string[]): void {
    const { random } = this;
    const insert = (part: string): void => void parts.splice(random.below(parts.length + 1), 0, part);
    const any = cmdlet.parameters.length > 0 ? random.pick(cmdlet.parameters) : undefined;
    const ofType = (type: string): Parameter | undefined => {
      const found = cmdlet.parameters.filter((each) => each.type === type);
      return found.length > 0 ? random.pick(found) : undefined;
    };
    switch (kind) {
      case 'prefix':
        if (any) insert(this.named(any, this.value(any), any.name.slice(0, 1 + random.below(any.name.length))));
        break;
      case 'unknown-parameter':
        insert(`-${random.pick(['FreeBusy', 'Bogus', 'IdentityX', 'Enable', 'Domains'])}${random.pick(['', ' x', ':x', ' x y'])}`);
        break;
      case 'twice':
        if (any) parts.push(this.named(any, this.value(any)), this.named(any, this.value(any)));
        break;
      case 'boolean': {
        const parameter = ofType('Boolean');
        if (parameter) insert(this.named(parameter, random.pick(wrong)));
        break;
      }
      case 'value': {
        const listed = cmdlet.parameters.filter((each) => each.values);
        const parameter = listed.length > 0 ? random.pick(listed) : any;
        if (parameter) insert(this.named(parameter, random.pick([...(parameter.values ?? ['x']), 'Nothing', `${parameter.values?.[0] ?? 'y'}x`, "''", `'${parameter.values?.[0] ?? 'y'}'`])));
        break;
      }
      case 'surplus':
        insert(random.pick(['extra', "'x y'", '$true', '5', this.withExpressions ? '(x)' : '-', '$null', 'a,b', '@{a=1}', '1.5']));
        break;
      case 'switch': {
        const parameter = ofType('SwitchParameter');
        if (parameter) insert(`-${parameter.name}${random.pick(['', ':$true', ':$false', ' $true', ' $false', ':1', ':x', ':$null', ': $true'])}`);
        break;
      }
      case 'no-argument':
        if (any) insert(`-${any.name}`);
        break;
      case 'other-set':
        if (any) insert(this.named(any, this.value(any)));
        break;
      case 'typed': {
        const strict = cmdlet.parameters.filter((each) => each.type in typed || each.type === 'String' || each.type === 'String[]');
        if (strict.length > 0) {
          const parameter = random.pick(strict);
          insert(this.named(parameter, random.pick(wrong)));
        }
        break;
      }
      case 'unusual':
        if (any) insert(random.chance(0.7) ? `-${any.name}${random.pick([' ', ' ', ':', ': '])}${random.pick(this.unusual)}` : random.pick(this.unusual));
        break;
      case 'common':
        insert(random.pick([...common, '-E Stop', '-P x', '-W', '-Out x', '-ErrorAction Nonsense', '-Verbose $true', '-Verbose:1', '-OutBuffer x', '-ErrorAction']));
        break;
      default:
    }
  }

  private splatted(): string {
    const { random } = this;
    const cmdlet = this.cmdlet();
    const given = this.members(random.pick(cmdlet.sets), random.chance(0.2));
    const entries = given.map((parameter) => `${parameter.name} = ${this.literal(parameter)}`);
    if (random.chance(0.15)) entries.splice(0, entries.length, 'Bogus = 1');
    const more = given.filter(() => random.chance(0.2)).map((parameter) => this.named(parameter, this.value(parameter)));
    return `$p = @{ ${entries.join(random.pick(['; ', '\n  ']))} }\n${[cmdlet.name, random.pick(['@p', '@p', '@p x']), ...more].join(' ')}`;
  }

  private named(parameter: Parameter, value: string, spelled = this.spelled(parameter)): string {
    const { random } = this;
    if (parameter.type === 'SwitchParameter') return `-${spelled}${random.chance(0.1) ? ':$true' : ''}`;
    return `${random.pick(['-', '-', '-', '-', '–'])}${spelled}${random.pick([' ', ' ', ' ', ':'])}${value}`;
  }

  private spelled({ name, aliases }: Parameter): string {
    const { random } = this;
    if (random.chance(0.08)) return name.slice(0, Math.max(3, Math.ceil(name.length * random.next())));
    if (aliases.length > 0 && random.chance(0.2)) return random.pick(aliases);
    return random.chance(0.1) ? name.toLowerCase() : name;
  }

  /** One that fits the type, as an argument is written. */
  private value(parameter: Parameter): string {
    const { random } = this;
    if (parameter.type === 'SwitchParameter') return '$true';
    if (this.withExpressions && random.chance(0.4)) return random.pick(expressions);
    if (parameter.values && parameter.values.length > 0) return random.pick(parameter.values);
    const fitting = typed[parameter.type];
    if (fitting) return random.pick(fitting);
    const word = (): string => random.pick(words);
    if (parameter.list || parameter.type.endsWith('[]') || parameter.type === 'MultiValuedProperty') {
      return random.pick([word(), `${word()}, ${word()}`, `@(${random.pick(["'a', 'b'", "'a'", ''])})`, '@{Add="a"}', `${word()},${word()}`]);
    }
    return word();
  }

  /** The same as a value in a hashtable, where a bare word would be a command. */
  private literal(parameter: Parameter): string {
    const value = this.value(parameter);
    return /^[$'"@([{\d-]/.test(value) && !/^\d.*[^\d]/.test(value) && !/^-[a-z]/i.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
  }
}
