import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cmdlet } from '../catalogue/cmdlet.ts';
import { findParameter } from '../catalogue/findParameter.ts';
import type { ScriptRegion } from '../embedded/scriptRegions.ts';
import type { TextEdit } from '../finding.ts';
import type { NamedCommand, Span } from '../powershell/parser/index.ts';
import { readScript, type QuotedText, type ReadScript } from '../powershell/readScript.ts';

export type DamageKind = 'blank' | 'hyphen' | 'quote' | 'line';

export interface ScriptRepair extends TextEdit {
  readonly kind: DamageKind;
}

const known = new WeakMap<Catalogue, ReadonlyMap<string, string>>();

/** Commands by their name without its hyphen, in lower case. */
export function commandNames(catalogue: Catalogue): ReadonlyMap<string, string> {
  const names = known.get(catalogue) ?? new Map([...catalogue.commands.map(({ name }) => name), ...catalogue.names].map((name) => [name.replaceAll('-', '').toLowerCase(), name]));
  known.set(catalogue, names);
  return names;
}

const softHyphen = '\u00ad';
const hyphens = /[\u00ad\u2010-\u2015\u2212]/g;
const doubleQuotes = /[\u201c\u201d\u201e]/;
const singleQuotes = /[\u2018\u2019\u201a\u201b]/;

/** The damage in a script, in its own offsets. */
export function repairScript({ text, language }: ScriptRegion, catalogue: Catalogue, names: ReadonlyMap<string, string>): ScriptRepair[] {
  if (language !== 'powershell') return [...text.matchAll(/[\u201c\u201d\u201e]|(?<=\s)[\u2010-\u2015\u2212](?=\w)/g)].map((match) => (doubleQuotes.test(match[0]) ? quote(match.index, '"') : hyphen(match.index, '-')));
  const script = readScript(text);
  return [
    ...wrongHyphens(script, names),
    ...lostHyphens(script, names),
    ...curlyQuotes(text, script.quoted),
    ...brokenNames(script, (name) => isCommand(name, names)),
    ...brokenParameters(script, catalogue),
  ];
}

function isCommand(name: string, names: ReadonlyMap<string, string>): boolean {
  return names.get(name.replaceAll('-', '').toLowerCase())?.toLowerCase() === name.toLowerCase();
}

function hyphen(start: number, newText: string, end = start + 1): ScriptRepair {
  return { kind: 'hyphen', range: { start, end }, newText };
}

function quote(start: number, newText: string): ScriptRepair {
  return { kind: 'quote', range: { start, end: start + 1 }, newText };
}

/** Dashes that are no hyphen, and soft hyphens, which stand for one or for nothing. */
export function wrongHyphens({ text, isText }: ReadScript, names: ReadonlyMap<string, string>): ScriptRepair[] {
  return [...text.matchAll(/[\w\u00ad\u2010-\u2015\u2212-]+/g)].flatMap((word) => {
    if (word[0].search(hyphens) < 0) return [];
    const isName = isCommand(word[0].replaceAll(hyphens, '-'), names);
    return [...word[0].matchAll(hyphens)].flatMap(({ 0: sign, index }): ScriptRepair[] => {
      const at = word.index + index;
      if (isText(at)) return sign === softHyphen ? [hyphen(at, '')] : [];
      // At the end of a line it has split a word or stands for the hyphen of a parameter.
      if (sign === softHyphen && !isName && index > 0) return [hyphen(at, '')];
      return [hyphen(at, '-')];
    });
  });
}

/** `GetFederationTrust`. */
export function lostHyphens({ commands }: ReadScript, names: ReadonlyMap<string, string>): ScriptRepair[] {
  return commands.flatMap(({ name, command }): ScriptRepair[] => {
    const first = command.elements[0];
    const known = name === undefined || !/^[a-z]+$/i.test(name) ? undefined : names.get(name.toLowerCase());
    const at = known?.indexOf('-') ?? -1;
    return first === undefined || at < 0 ? [] : [hyphen(first.start + at, '-', first.start + at)];
  });
}

/** Only the signs that quote; PowerShell takes curly ones too, other shells and people's eyes do not. */
function curlyQuotes(text: string, strings: readonly QuotedText[]): ScriptRepair[] {
  return strings.flatMap(({ start, end, isHereString }) =>
    (isHereString ? [start + 1, end - 2] : [start, end - 1]).flatMap((at): ScriptRepair[] => {
      const sign = text[at] ?? '';
      return doubleQuotes.test(sign) ? [quote(at, '"')] : singleQuotes.test(sign) ? [quote(at, "'")] : [];
    }),
  );
}

/** `Get- FederationTrust`, and a name that a line's end has cut in two. */
export function brokenNames({ text, isText }: ReadScript, isKnown: (name: string) => boolean): ScriptRepair[] {
  const afterHyphen = [...text.matchAll(/\b([a-z]+[-\u00ad\u2010-\u2015])(\s+)(?=([a-z]+)\b)/gi)];
  const inNoun = [...text.matchAll(/\b([a-z]+-[a-z]+)([ \t]*\n[ \t]*)(?=([a-z]+)\b)/gi)].filter((match) => !isKnown(match[1] ?? ''));
  return [...afterHyphen, ...inNoun].flatMap((match): ScriptRepair[] => {
    const [, first = '', gap = '', rest = ''] = match;
    const start = match.index + first.length;
    return isText(match.index) || !isKnown(first.replace(hyphens, '-') + rest) ? [] : [{ kind: 'line', range: { start, end: start + gap.length }, newText: '' }];
  });
}

/** `-` and its parameter on two lines, or a line that goes on with a parameter of the command above. */
export function brokenParameters({ text, commands, isText }: ReadScript, catalogue: Catalogue): ScriptRepair[] {
  const found: ScriptRepair[] = [];
  const inOrder = [...commands].sort((a, b) => a.command.start - b.command.start);
  let cmdlet: Cmdlet | undefined;
  let lineEnd = -1;
  let next = 0;
  for (const line of lines(text)) {
    const content = text.slice(line.start, line.end);
    const [, indent = '', parameter = ''] = /^([ \t]*)[-\u00ad\u2010-\u2015]([a-z]+)/i.exec(content) ?? [];
    const continues = parameter !== '' && cmdlet !== undefined && findParameter(cmdlet, parameter) !== undefined && !isText(line.start + indent.length);
    if (continues) found.push({ kind: 'line', range: { start: lineEnd, end: line.start + indent.length }, newText: ' ' });
    let last: NamedCommand | undefined;
    for (; (inOrder[next]?.command.start ?? Infinity) < line.end; next++) last = inOrder[next];
    // What goes on with a parameter reads as nonsense; only a cmdlet behind a bar in it is another command.
    const own = last?.name === undefined ? undefined : catalogue.find(last.name);
    cmdlet = continues ? (own ?? cmdlet) : own;
    const dash = /(?<=\s)[-\u00ad\u2010-\u2015]$/.exec(content.trimEnd());
    const below = dash === null ? null : /^\n[ \t]*(?=([a-z]+))/i.exec(text.slice(line.end, line.end + 500));
    if (dash !== null && below !== null && cmdlet !== undefined && findParameter(cmdlet, below[1] ?? '') !== undefined && !isText(line.start + dash.index)) {
      found.push({ kind: 'line', range: { start: line.start + dash.index + 1, end: line.end + below[0].length }, newText: '' });
    }
    lineEnd = line.start + content.trimEnd().length;
  }
  return found;
}

function lines(text: string): Span[] {
  return [...text.matchAll(/[^\n]*/g)].filter(({ 0: line }) => line !== '').map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
