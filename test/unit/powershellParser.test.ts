import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandsOf, parseScript, walk } from '../../server/src/service/powershell/parser/index.ts';
import type { CommandElement, Node } from '../../server/src/service/powershell/parser/index.ts';

/** Each element of the first command as written, parameters with a leading `p:`. */
function elements(text: string): string[] {
  const describe = (each: CommandElement): string => `${each.kind === 'CommandParameter' ? 'p:' : ''}${text.slice(each.start, each.end)}`;
  return commandsOf(parseScript(text).tree)[0]?.command.elements.map(describe) ?? [];
}

/** Each error as its name and the text in its range. */
function errors(text: string): string[] {
  return parseScript(text).errors.map(({ id, start, end }) => `${id} ${start}-${end}`);
}

function kinds(text: string): string[] {
  const found: string[] = [];
  walk(parseScript(text).tree, (node: Node) => found.push(node.kind));
  return found;
}

for (const [text, expected] of [
  ['Set-X -Identity EX01', ['Set-X', 'p:-Identity', 'EX01']],
  ['Set-X –Identity EX01', ['Set-X', 'p:–Identity', 'EX01']],
  ['Set-X —Identity EX01', ['Set-X', 'p:—Identity', 'EX01']],
  ['Set-X ―Identity EX01', ['Set-X', 'p:―Identity', 'EX01']],
  ['Set-X ‐Identity EX01', ['Set-X', '‐Identity', 'EX01']],
  ['Set-X ‑Identity EX01', ['Set-X', '‑Identity', 'EX01']],
  ['Set-X −Identity EX01', ['Set-X', '−Identity', 'EX01']],
  ['Set-X \u00a0-Identity\u00a0EX01', ['Set-X', 'p:-Identity', 'EX01']],
  ['Set-X \u200b-Identity', ['Set-X', '\u200b-Identity']],
  ['Set-X -A:1 -B: $x -C', ['Set-X', 'p:-A:1', 'p:-B: $x', 'p:-C']],
  ['Set-X -', ['Set-X', '-']],
  ['Set-X -- -A', ['Set-X', 'p:--', '-A']],
  ['Set-X -1 -a.b', ['Set-X', '-1', 'p:-a', '.b']],
  ['Set-X -CustomAttribute1 x', ['Set-X', 'p:-CustomAttribute1', 'x']],
  ['Set-X a, b ,c d', ['Set-X', 'a, b ,c', 'd']],
  ['Set-X $a.b[0].c(1) $x\\y (Get-Y).Z', ['Set-X', '$a.b[0].c(1)', '$x\\y', '(Get-Y).Z']],
  ['Set-X ${a}:b "${a}:\\$b" ${a}.b -C:${a}:d', ['Set-X', '${a}:b', '"${a}:\\$b"', '${a}.b', 'p:-C:${a}:d']],
  ['Set-X @settings @{a=1} @(1,2) {b}', ['Set-X', '@settings', '@{a=1}', '@(1,2)', '{b}']],
  ['Set-X `\n  -A `\r\n  b', ['Set-X', 'p:-A', 'b']],
  ['Set-X a#b #c', ['Set-X', 'a#b']],
  ['Set-X <# note #> a', ['Set-X', 'a']],
  ['Set-X “a b” ‘c’', ['Set-X', '“a b”', '‘c’']],
  ['Set-X a"b c"d', ['Set-X', 'a"b c"d']],
  ['cmd --% /c "x | y', ['cmd', '--%', '/c "x ']],
  ['Set-X > a.txt 2>&1 b', ['Set-X', 'b']],
  ['& "a b" -C', ['"a b"', 'p:-C']],
  ['% { $_ }', ['%', '{ $_ }']],
] as const) {
  test(`elements of ${JSON.stringify(text)}`, () => {
    assert.deepEqual(elements(text), expected);
    assert.deepEqual(errors(text), []);
  });
}

test('the next line is a command of its own', () => {
  const names = commandsOf(parseScript('Set-X -Identity\n-Name y').tree).map(({ name }) => name);
  assert.deepEqual(names, ['Set-X', '-Name']);
});

test('commands inside blocks, strings, hashtables and here-strings are found with their ranges', () => {
  const text = 'if ($x) { A "b $(C d)" | % { E } }\n$h = @{ k = F }\n@"\n$(G)\n"@';
  const found = commandsOf(parseScript(text).tree).map(({ command }) => text.slice(command.start, command.end));
  assert.deepEqual(found, ['A "b $(C d)"', 'C d', '% { E }', 'E', 'F', 'G']);
});

for (const [text, expected] of [
  ['"$(Set-X `"a b`" -B:`"c`")"', ['Set-X', '`"a b`"', 'p:-B:`"c`"']],
  ['"$(Set-X ""a b"",""c"" -B x)"', ['Set-X', '""a b"",""c""', 'p:-B', 'x']],
  ['"$(Set-X `“a b`“ c)"', ['Set-X', '`“a b`“', 'c']],
  ['"$("$(Set-X `"a`")")"', ['Set-X', '`"a`"']],
  ['"a $(Set-X \'`"\') b"', ['Set-X', "'`\"'"]],
  ['@"\n$(Set-X `"a b`")\n"@', ['Set-X', '`"a', 'b`"']],
] as const) {
  test(`quotes inside a string’s subexpression: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(elements(text), expected);
    assert.deepEqual(errors(text), []);
  });
}

test('a quote that is written for the string around it has no part in a value', () => {
  const values: string[] = [];
  walk(parseScript('"$(Set-X `"a`" ""b"" `"$(Set-Y ```"c```")`")"').tree, (node) => {
    if (node.kind === 'StringConstantExpression' && node.quote === 'DoubleQuoted') values.push(node.value);
  });
  assert.deepEqual(values.slice(0, 2), ['a', 'b']);
});

for (const text of [
  'function f() { param($a) }',
  'function f(\n) {\n  param($a)\n}',
  'a *>&1 > b',
  'a *> b 2> c',
  'a *> b > c 3> d',
  '[Flags()]\nenum E { A = 1 }',
  'if (1) { [A()] [B(x = 1)]\nclass C { } }',
  'class C : B { C()\n  : base\n  ( $a\n)\n {} }',
  '${a`u{41}`}b} = 1',
  '[A()] $x = 1',
  '[int]\n[string]$x',
] as const) {
  test(`PowerShell accepts ${JSON.stringify(text)}`, () => assert.deepEqual(errors(text), []));
}

test('a command has no constant name where it is called through a variable', () => {
  assert.deepEqual(commandsOf(parseScript('& $x; A').tree).map(({ name }) => name), [undefined, 'A']);
});

for (const [text, value, quote] of [
  ["'O''Brien'", "O'Brien", 'SingleQuoted'],
  ['"a `"b`" ""c"" `t"', 'a "b" "c" \t', 'DoubleQuoted'],
  ["@'\nit's\n  '@\n'@", "it's\n  '@", 'SingleQuotedHereString'],
  ['@"\r\na "b"\r\n"@', 'a "b"', 'DoubleQuotedHereString'],
  ['“a”', 'a', 'DoubleQuoted'],
  ['"a”', 'a', 'DoubleQuoted'],
] as const) {
  test(`value of ${JSON.stringify(text)}`, () => {
    const strings: string[] = [];
    walk(parseScript(text).tree, (node) => {
      if (node.kind === 'StringConstantExpression') strings.push(node.value, node.quote);
    });
    assert.deepEqual(strings, [value, quote]);
  });
}

for (const [text, expected] of [
  ["Get-X 'a\nGet-Y", ['TerminatorExpectedAtEndOfString 6-14']],
  ["$x = @'\na\n '@", ['WhitespaceBeforeHereStringFooter 11-13']],
  ["$x = @'a'@", ['UnexpectedCharactersAfterHereStringHeader 7-8']],
  ['<# note', ['MissingTerminatorMultiLineComment 0-7']],
  ['if ($x) { A', ['MissingEndCurlyBrace 8-9']],
  ['(A', ['MissingEndParenthesisInExpression 2-2']],
  ['A |', ['EmptyPipeElement 3-3']],
  ['A | | B', ['EmptyPipeElement 3-3']],
  ["A | 'b'", ['ExpressionsMustBeFirstInPipeline 4-7']],
  ['A -b,c', ['MissingArgument 4-5']],
  ['A -b:', ['ParameterRequiresArgument 5-5']],
  ['$x = 1,', ['MissingExpressionAfterToken 7-7']],
  ['1 +', ['ExpectedValueExpression 3-3']],
  ['1 2', ['UnexpectedToken 2-3']],
  ['@{ a 1 }', ['MissingEqualsInHashLiteral 4-4']],
  ['@{ a = 1; A = 2 }', ['DuplicateKeyInHashLiteral 10-11']],
  ['5 = $x', ['InvalidLeftHandSide 0-1']],
  ['A @x.y', ['SplattingNotPermitted 2-4']],
  ['"$a: b"', ['InvalidVariableReferenceWithDrive 1-4']],
  ['foreach ($a of $b) { }', ['MissingInInForeach 11-11', 'UnexpectedToken 17-18']],
  ['try { }', ['MissingCatchOrFinally 7-7']],
  ['var', ['ReservedKeywordNotAllowed 0-3']],
  ['A > b > c', ['StreamAlreadyRedirected 6-9']],
  ['function f { param($a, $A) }', ['DuplicateFormalParameter 23-25']],
  ['}', ['UnexpectedToken 0-1']],
] as const) {
  test(`PowerShell's own error and place for ${JSON.stringify(text)}`, () => assert.deepEqual(errors(text), expected));
}

test('an error that more text could mend is incomplete', () => {
  assert.deepEqual(['(A', 'A "b', '(1 2)'].map((text) => parseScript(text).errors[0]?.incomplete), [true, true, false]);
});

test('comments are given with their ranges', () => {
  const text = 'A # one\n<# two\n#> B a#b';
  assert.deepEqual(parseScript(text).comments.map(({ start, end }) => text.slice(start, end)), ['# one', '<# two\n#>']);
});

for (const [text, expected] of [
  ['A && B', ['PipelineChain']],
  ['$x ? 1 : 2', ['TernaryExpression']],
  ['$x ?? 1', ['QuestionQuestion']],
  ['A\n| B', ['LeadingPipe']],
  ['A &', ['Background']],
  ['"`u{1F600}"', ['UnicodeEscape']],
  ['${x}?.y', ['NullConditional']],
  ['A | B; & C; $x.y', []],
] as const) {
  test(`syntax that only PowerShell 7 knows in ${JSON.stringify(text)}`, () => {
    assert.deepEqual(parseScript(text).newerSyntax.map(({ what }) => what), expected);
  });
}

for (const [text, kind] of [
  ['function f { }', 'FunctionDefinition'],
  ['class C { [string] $Name; [void] M() { } }', 'TypeDefinition'],
  ['enum E { A; B = 2 }', 'TypeDefinition'],
  ['switch -Regex ($x) { "a" { } default { } }', 'SwitchStatement'],
  ['do { } until ($x)', 'DoUntilStatement'],
  ['for ($i = 0; $i -lt 3; $i++) { }', 'ForStatement'],
  [':outer while ($x) { break outer }', 'BreakStatement'],
  ['trap [System.Exception] { }', 'TrapStatement'],
  ['using namespace System.Net', 'UsingStatement'],
  ['[CmdletBinding()] param([Parameter(Mandatory)] [string] $Name = "x")', 'ParamBlock'],
  ['[int[]] $x = 1', 'ConvertExpression'],
  ['[System.Net.Dns]::GetHostName()', 'InvokeMemberExpression'],
  ['data { "x" }', 'DataStatement'],
] as const) {
  test(`${JSON.stringify(text)} has a ${kind}`, () => {
    assert.deepEqual(errors(text), []);
    assert.ok(kinds(text).includes(kind), kinds(text).join(' '));
  });
}
