import type { Catalogue } from '../../server/src/service/catalogue/catalogue.ts';
import type { Cmdlet } from '../../server/src/service/catalogue/cmdlet.ts';
import { CallComposer } from './composeCall.ts';
import type { FreshCall } from './composeCall.ts';
import { Composer } from './composeScript.ts';
import type { Vocabulary } from './composeScript.ts';
import type { Grammar } from './composeText.ts';
import { TextComposer } from './composeText.ts';
import { Random } from './random.ts';

/** What is inserted or put in place of something else: all that means something to PowerShell, and what looks like it. */
const fragments = [
  '{', '}', '(', ')', '[', ']', ';', ',', '|', '&', '$', '@', '`', '"', "'", '#', '<', '>', '=', '.', ':', '?', '!', '%', '*', '+', '-', '/', '\\', '~', '^', '_', ' ', '\n', '\t', '0', 'a', 'Z', '–', '—', '‑', '−', '“', '”', '‘', '’', '\u00a0', '\u200b', '\u00ad', '😀', 'é', '\r\n',
  '$(', '@(', '@{', '${', '@"', '"@', "@'", "'@", '<#', '#>', '::', '..', '&&', '||', '??', '?.', '--', '++', '+=', '2>', '>>', '2>&1', '`\n', '--%', '[]', '()', '{}', '""', "''",
  ' -eq ', ' -x:', ' -x ', ' in ', ' if ', ' else ', 'catch ', 'param(', 'function ', '[int]', '$x', '$x.', '$env:', '@x', ' 5 ', 'begin {', 'default ', 'using ', ' = ',
];

export interface FreshText {
  readonly kind: 'composed' | 'admin' | 'mutated' | 'prefix' | 'soup';
  readonly text: string;
}

/** For texts as administrators and pages of documentation have them (adminScripts.txt). */
export interface AdminTexts {
  readonly grammar: Grammar;
  readonly catalogue: Catalogue;
}

/**
 * Texts nobody has seen: composed of the vocabulary, or like those of administrators, broken at random, cut off anywhere, or plain soup. The
 * same seed gives the same.
 */
export function* freshTexts(seed: number, vocabulary: Vocabulary, admin?: AdminTexts): Generator<FreshText, never> {
  const random = new Random(seed);
  const composer = new Composer(random, vocabulary);
  const adminComposer = admin && adminTexts(random, admin);
  for (let count = 0; ; count++) {
    const likeAdmin = adminComposer !== undefined && count % 2 === 1;
    const text = likeAdmin ? withLineEnds(random, adminComposer.text()) : composer.script();
    yield { kind: likeAdmin ? 'admin' : 'composed', text };
    for (let count = random.below(4); count > 0; count--) yield { kind: 'mutated', text: wellFormed(mutated(random, text)) };
    if (random.chance(0.5)) yield { kind: 'prefix', text: wellFormed(text.slice(0, random.below(text.length + 1))) };
    if (random.chance(0.15)) yield { kind: 'soup', text: Array.from({ length: 1 + random.below(12) }, () => random.pick(fragments)).join('') };
  }
}

function adminTexts(random: Random, { grammar, catalogue }: AdminTexts): TextComposer {
  const calls = new CallComposer(random, catalogue, true);
  const name = (): string => random.pick(catalogue.names);
  return new TextComposer(random, grammar, {
    Cmdlet: name,
    Parameter: () => parameterName(random, catalogue.find(name())),
    call: () => calls.call().text,
    number: () => String(random.below(1000)),
  });
}

function parameterName(random: Random, cmdlet: Cmdlet | undefined): string {
  return cmdlet === undefined || cmdlet.parameters.length === 0 ? 'Identity' : random.pick(cmdlet.parameters).name;
}

function withLineEnds(random: Random, text: string): string {
  return random.chance(0.2) ? text.replaceAll('\n', '\r\n') : text;
}

/** Calls nobody has seen. With `expressions` their arguments may be such as cannot be evaluated. */
export function* freshCalls(seed: number, catalogue: Catalogue, expressions: boolean): Generator<FreshCall, never> {
  const composer = new CallComposer(new Random(seed), catalogue, expressions);
  for (;;) yield composer.call();
}

export function mutated(random: Random, text: string): string {
  let result = text;
  for (let changes = 1 + random.below(2); changes > 0; changes--) {
    const at = random.below(result.length + 1);
    const length = 1 + random.below(3);
    switch (random.below(5)) {
      case 0:
        result = result.slice(0, at) + result.slice(at + length);
        break;
      case 1:
      case 2:
        result = result.slice(0, at) + random.pick(fragments) + result.slice(at);
        break;
      case 3:
        result = result.slice(0, at) + random.pick(fragments) + result.slice(at + length);
        break;
      default:
        result = result.slice(0, at) + result.slice(at, at + 4 * length) + result.slice(at);
    }
  }
  return result;
}

/** Half of a surrogate pair cannot be put to the engine as JSON. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '');
}
