import type { Random } from './random.ts';

/** What a text is composed of besides syntax. */
export interface Vocabulary {
  readonly cmdlets: readonly { readonly name: string; readonly parameters: readonly string[] }[];
}

const names = ['$x', '$server', '$env:COMPUTERNAME', '$script:count', '${my var}', '$_', '$trust', '$params', '$global:a', '$null', '$true'];
const words = ['NHSmail', 'EX01', '*', 'EX01\\EWS', 'C:\\temp\\x.txt', 'nhs.example', '50%', '*auth*', 'a=b', '1.2.3', '10.0.0.1', 'https://nhs.example/autodiscover', '2018-03-04', 'me@nhs.example', '+1', '.\\a.ps1', '/all', 'x[0]', '7z', 'a#b', '!', '1..3', 'a`,b'];
const strings = ["'a b'", '"a b"', "'O''Brien'", '"a $x b"', '"$($x.Name) [$(Get-Date)]"', '"a `"q`" ""r"""', '"${env:TEMP}\\x"', '“curly”', '‘curly’', "''", '""', '"$x.y:z"', '"100`%"', '"a`tb$"'];
const numbers = ['1', '0x1F', '2MB', '1.5', '1e3', '.5', '-3', '12l', '0b11'];
const comparisons = ['-eq', '-ne', '-like', '-cmatch', '-notin', '-contains', '-is', '-gt', '–eq', '-replace', '-split', '-as', '-and', '-or', '-xor', '-band', '-f', '+', '-', '*', '/', '%', '..', '-join', '-shl'];
const types = ['[string]', '[int[]]', '[System.Guid]', '[hashtable]', '[System.Collections.Generic.List[string]]', '[Collections.Generic.Dictionary[string,int]]', '[ int ]', '[void]'];
const pipes = ['Where-Object { $_.Name -like "a*" }', '% { $_ }', '? Name -eq x', 'Format-List *auth*', 'ft Name, *Url* -AutoSize', 'Select-Object Name,@{n="X";e={$_.Y}}', 'ForEach-Object -Process { $_.Id }', 'Out-Null', '& $x', 'sort -Property { $_.Length } -Descending'];

/** Composes scripts that are right or nearly so, statement by statement, never deeper than a few levels. */
export class Composer {
  private readonly random: Random;
  private readonly vocabulary: Vocabulary;

  constructor(random: Random, vocabulary: Vocabulary) {
    this.random = random;
    this.vocabulary = vocabulary;
  }

  script(): string {
    const count = 1 + this.random.below(4);
    const separator = (): string => this.random.pick(['\n', '\n', '\r\n', '; ', '\n\n', ' # note\n']);
    let text = '';
    for (let index = 0; index < count; index++) text += (index > 0 ? separator() : '') + this.statement(2);
    return text;
  }

  private block(depth: number): string {
    const { random } = this;
    const space = random.pick([' ', '\n  ', '']);
    const count = depth <= 0 ? random.below(2) : random.below(3);
    const statements = Array.from({ length: count }, () => this.statement(depth - 1));
    return `{${space}${statements.join(random.pick(['; ', '\n  ']))}${space}}`;
  }

  statement(depth: number): string {
    const { random } = this;
    if (depth <= 0 || random.chance(0.55)) return this.pipeline(depth);
    const gap = random.pick([' ', '', '\n']);
    const block = (): string => this.block(depth);
    const condition = (): string => this.expression(depth - 1);
    switch (random.below(22)) {
      case 0:
        return `if${gap}(${condition()})${gap}${block()}${random.chance(0.4) ? `${gap}else${gap}${block()}` : ''}`;
      case 1:
        return `if (${condition()}) ${block()} elseif (${condition()}) ${block()}`;
      case 2:
        return `while (${condition()})${gap}${block()}`;
      case 3:
        return `do ${block()}${gap}${random.pick(['while', 'until'])} (${condition()})`;
      case 4:
        return `for ($i = 0; $i -lt ${random.below(9)}; $i++) ${block()}`;
      case 5:
        return `foreach (${random.pick(['$s', '$server'])} in ${this.pipeline(depth - 1)})${gap}${block()}`;
      case 6:
        return `switch ${random.pick(['', '-regex ', '-Wildcard '])}(${condition()}) { ${random.pick(["'a'", '1', '{ $_ }', 'b*'])} ${block()} default ${block()} }`;
      case 7:
        return `try ${block()} catch ${random.pick(['', '[System.Exception] ', '[a], [b] '])}${block()}${random.chance(0.3) ? ` finally ${block()}` : ''}`;
      case 8:
        return `function ${random.pick(['Test-It', 'global:x', 'a'])} ${random.pick(['', '($a, [string]$b = "x") '])}${block()}`;
      case 9:
        return `function Test-It { ${random.pick(['[CmdletBinding()] ', ''])}param([Parameter(Mandatory${random.pick(['', '=$true'])})][string]$Name, [switch]$Force${random.pick(['', ' = $false'])})\n${this.statement(depth - 1)} }`;
      case 10:
        return `${random.pick(['return', 'throw', 'exit'])} ${this.pipeline(depth - 1)}`;
      case 11:
        return `$params = @{\n  Name = ${this.expression(0)}${random.pick(['\n', '; '])}  ${random.pick(['DomainNames', "'x y'", '$x', '1'])} = ${this.pipeline(0)}\n}`;
      case 12:
        return `$text = @"\n${random.pick(['a "b" $x', '$(Get-X)', 'x'])}\n"@`;
      case 13:
        return `$text = @'\n${random.pick(["it's", '$x', ''])}\n'@`;
      case 14:
        return `filter f { begin ${block()} process ${block()} }`;
      case 15:
        return `class C${random.below(9999)} { [string]$Name${random.pick(['', ' = 1'])}; C() { } [void] M([int]$a) { $a } }`;
      case 16:
        return `enum E${random.below(9999)} { A${random.pick(['', ' = 1'])}${random.pick(['\n', ';'])} B }`;
      case 17:
        return `:outer while (${condition()}) { ${random.pick(['break outer', 'continue', 'break'])} }`;
      case 18:
        return `trap ${random.pick(['', '[System.Exception] '])}${block()}`;
      case 19:
        return `data ${random.pick(['', 'd '])}{ 'x' }`;
      case 20:
        return `${random.pick(['& ', '. ', '&'])}${random.pick([block(), '$x', "'a b'", '.\\a.ps1', '(Get-X)'])} ${this.argument(depth - 1)}`;
      default:
        return `${random.pick(names)}${random.pick(['', '.Name', '[0]', ', $y'])} ${random.pick(['=', '+=', '='])} ${this.statement(depth - 1)}`;
    }
  }

  private pipeline(depth: number): string {
    const { random } = this;
    let text = random.chance(0.65) ? this.command(depth) : this.expression(depth);
    for (let more = random.below(4) - 1; more > 0; more--) text += `${random.pick([' | ', '|', ' |\n  ', '\n  | '])}${random.chance(0.6) ? random.pick(pipes) : this.command(depth - 1)}`;
    if (random.chance(0.06)) text += random.pick([' 2>&1', ' > a.txt', ' 2>$null', ' >> a.txt', ' *> $x', ' > $null 2>&1']);
    if (random.chance(0.02)) text += ` ${random.pick(['&&', '||'])} ${this.command(depth - 1)}`;
    return text;
  }

  private command(depth: number): string {
    const { random } = this;
    const cmdlet = random.pick(this.vocabulary.cmdlets);
    let text = random.chance(0.1) ? cmdlet.name.toLowerCase() : cmdlet.name;
    for (let count = random.below(5); count > 0; count--) {
      const gap = random.pick([' ', ' ', ' ', ' `\n  ', '  ', '\u00a0']);
      if (random.chance(0.25)) {
        text += gap + this.argument(depth - 1);
        continue;
      }
      const dash = random.pick(['-', '-', '-', '–', '—']);
      const parameter = cmdlet.parameters.length > 0 ? random.pick(cmdlet.parameters) : 'Identity';
      text += `${gap}${dash}${parameter}`;
      if (random.chance(0.75)) text += `${random.pick([' ', ' ', ':', ': '])}${this.argument(depth - 1)}`;
    }
    return text;
  }

  private argument(depth: number): string {
    const { random } = this;
    const one = (): string => {
      switch (random.below(depth > 0 ? 12 : 7)) {
        case 0:
        case 1:
          return random.pick(words);
        case 2:
        case 3:
          return random.pick(strings);
        case 4:
          return random.pick(numbers);
        case 5:
          return `${random.pick(names)}${random.pick(['', '', '.Name', '[0]', '.ToString()', '\\x', '-y', '.Split(",")[0]'])}`;
        case 6:
          return random.pick(['@params', '$true', '*', '-', '--%', '>a', '#x']);
        case 7:
          return `(${this.pipeline(depth - 1)})${random.pick(['', '.Name', '[0]', ''])}`;
        case 8:
          return this.block(depth - 1);
        case 9:
          return `@{${random.pick(['Add', 'Remove'])}=${this.expression(0)}}`;
        case 10:
          return `$(${this.statement(depth - 1)})`;
        default:
          return `@(${this.pipeline(depth - 1)})`;
      }
    };
    return random.chance(0.12) ? `${one()}${random.pick([',', ', ', ' , '])}${one()}` : one();
  }

  private expression(depth: number): string {
    const { random } = this;
    if (depth <= 0) return random.pick([random.pick(names), random.pick(strings), random.pick(numbers)]);
    const inner = (): string => this.expression(depth - 1);
    switch (random.below(14)) {
      case 0:
      case 1:
        return `${inner()} ${random.pick(comparisons)} ${inner()}`;
      case 2:
        return `${random.pick(['-not ', '!', '-', '-join ', '-bnot ', '+', ','])}${inner()}`;
      case 3:
        return `${random.pick(types)}${random.pick(['', ' '])}${inner()}`;
      case 4:
        return `${random.pick(types)}::${random.pick(['NewGuid()', 'Empty', 'Parse($x, 1)', 'new()'])}`;
      case 5:
        return `(${this.pipeline(depth - 1)})`;
      case 6:
        return `${random.pick(names)}.${random.pick(['Name', 'Split(",")', 'Where({ $_ })', "'a b'", '$x', '(Get-X)', 'Length.ToString("N")'])}`;
      case 7:
        return `${random.pick(names)}[${inner()}]`;
      case 8:
        return `@(${inner()}, ${inner()})`;
      case 9:
        return `@{ ${random.pick(['a', '"a"', '$x'])} = ${inner()} }`;
      case 10:
        return `$(${this.statement(depth - 1)})`;
      case 11:
        return random.pick(['$x++', '--$x', '$i--', '++$i']);
      case 12:
        return `${inner()}, ${inner()}`;
      default:
        return random.pick([random.pick(names), random.pick(strings), random.pick(numbers)]);
    }
  }
}
