import type { Lexer } from './lexer.ts';

/** Parameters of a `#requires` comment; those that take no value are false. */
const parameters: Readonly<Record<string, boolean>> = { version: true, psedition: true, modules: true, pssnapin: true, shellid: true, assembly: true, runasadministrator: false };
const directive = /#requires\S*/iy;
const words = /[^\s,]+/gu;

export function beginsRequires(lexer: Lexer, start: number): boolean {
  directive.lastIndex = start;
  return directive.test(lexer.text);
}

/** PowerShell obeys `#requires` comments wherever they stand, and refuses those that it cannot read. */
export function checkRequires(lexer: Lexer, start: number, end: number): void {
  directive.lastIndex = start;
  const head = directive.exec(lexer.text)?.[0];
  if (head === undefined) return;
  if (head.length > '#requires'.length) lexer.report('ScriptRequiresInvalidFormat', start + 1, end);
  const given = [...lexer.text.slice(0, end).slice(start + head.length).matchAll(words)].map((match) => ({ text: match[0], at: start + head.length + match.index }));
  const seen = new Set<string>();
  for (let index = 0; index < given.length; index++) {
    const word = given[index];
    if (!word) break;
    const wordEnd = word.at + word.text.length;
    if (!word.text.startsWith('-')) {
      lexer.report('ScriptRequiresInvalidFormat', word.at, wordEnd);
      return;
    }
    const name = Object.keys(parameters).find((each) => each.startsWith(word.text.slice(1).toLowerCase()));
    const takesValue = name !== undefined && parameters[name];
    let value = given[index + 1];
    if (name === undefined && value && !value.text.startsWith('-')) {
      lexer.report('ScriptRequiresInvalidFormat', word.at, wordEnd);
      index++;
      continue;
    }
    if (name === undefined || (takesValue && (!value || value.text.startsWith('-')))) lexer.report('ParameterRequiresArgument', word.at, wordEnd);
    if (!takesValue || !value) continue;
    index++;
    if (seen.has(name) && name !== 'modules' && name !== 'assembly' && name !== 'pssnapin') lexer.report('ParameterAlreadyBound', word.at, wordEnd);
    seen.add(name);
    const valueEnd = value.at + value.text.length;
    if (name === 'psedition' && !/^(?:core|desktop)$/i.test(value.text)) lexer.report('RequiresPSEditionInvalid', value.at, valueEnd);
    if (name === 'version' && !/^\d+(?:\.\d+)*$/.test(value.text)) lexer.report('RequiresVersionInvalid', value.at, valueEnd);
    if (name === 'modules' || name === 'assembly' || name === 'pssnapin') {
      for (value = given[index + 1]; value && (name === 'modules' || name === 'assembly') && !value.text.startsWith('-'); value = given[index + 1]) index++;
    }
  }
}
